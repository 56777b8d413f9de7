(() => {
  "use strict";
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const root = document.documentElement;
  root.classList.add("js");
  const notes = all(".note");
  const marks = all("mark[data-findings]");
  const related = all(".related");
  const status = document.querySelector(".status");
  const numbers = (element, name) => (element.dataset[name] || "").split(" ");
  let current = null;

  /* Notes beside the text, as in a word processor: each at its words, none over another, the
     chosen one exactly at its place. Narrow screens and paper have them below their paragraph. */
  const wide = matchMedia("screen and (min-width: 56.01rem)");
  const sheets = all(".sheet");
  const GAP = 8;

  function place(sheet) {
    const own = all(".note:not(.off)", sheet);
    const top = sheet.getBoundingClientRect().top;
    const wanted = own.map((note) => {
      const anchor = anchors.get(note.dataset.number) || note.closest(".row");
      return anchor.getBoundingClientRect().top - top;
    });
    const heights = own.map((note) => note.offsetHeight + GAP);
    const tops = [];
    let below = 0;
    own.forEach((note, index) => {
      tops[index] = Math.max(below, wanted[index]);
      below = tops[index] + heights[index];
    });
    const chosen = own.indexOf(current);
    if (chosen >= 0) {
      let above = 0;
      for (let index = 0; index < chosen; index += 1) above += heights[index];
      tops[chosen] = Math.max(wanted[chosen], Math.min(above, tops[chosen]));
      for (let index = chosen - 1; index >= 0; index -= 1) {
        tops[index] = Math.min(tops[index], tops[index + 1] - heights[index]);
      }
      below = tops[chosen] + heights[chosen];
      for (let index = chosen + 1; index < own.length; index += 1) {
        tops[index] = Math.max(below, wanted[index]);
        below = tops[index] + heights[index];
      }
    }
    own.forEach((note, index) => { note.style.top = `${tops[index]}px`; });
    sheet.style.minHeight = `${below}px`;
  }

  function arrange(on = wide.matches) {
    for (const sheet of sheets) {
      sheet.classList.toggle("floating", on);
      if (on) place(sheet);
      else sheet.style.minHeight = "";
    }
  }

  const anchors = new Map();
  for (const mark of marks) {
    for (const number of numbers(mark, "findings")) {
      if (!anchors.has(number)) anchors.set(number, mark);
    }
  }

  const visible = () => notes.filter((note) => !note.classList.contains("off"));

  function show(note, { focus = false, scroll = true } = {}) {
    current = note;
    const number = note ? note.dataset.number : "";
    for (const other of notes) {
      other.classList.toggle("on", other === note);
      if (other === note) other.setAttribute("aria-current", "true");
      else other.removeAttribute("aria-current");
    }
    const own = [];
    for (const mark of marks) {
      const on = note !== null && numbers(mark, "findings").includes(number);
      mark.classList.toggle("on", on);
      if (on) own.push(mark);
    }
    for (const one of related) {
      one.classList.toggle("on", note !== null && numbers(one, "related").includes(number));
    }
    if (wide.matches) arrange(true);
    const at = document.querySelector(".at");
    if (at) at.textContent = note ? String(visible().indexOf(note) + 1) : "–";
    if (!note) return;
    const first = own[0] || note;
    const narrow = matchMedia("(max-width: 56rem)").matches;
    if (scroll) (narrow ? note : first).scrollIntoView({ block: "center" });
    if (focus) (own.find((mark) => mark.tabIndex === 0) || note).focus({ preventScroll: true });
    if (status) {
      status.textContent = `第 ${visible().indexOf(note) + 1} 处：`
        + note.querySelector(".message").textContent;
    }
  }

  function step(by) {
    const shown = visible();
    if (!shown.length) return;
    const at = shown.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1)
      : Math.min(shown.length - 1, Math.max(0, at + by));
    show(shown[next], { focus: true });
  }

  function expand(note) {
    const button = note.querySelector(".more");
    if (button) button.setAttribute("aria-expanded", button.getAttribute("aria-expanded") !== "true");
    if (wide.matches) arrange(true);
  }

  function noteOf(mark) {
    const own = numbers(mark, "findings").map((number) => document.getElementById(`f${number}`))
      .filter((note) => note && !note.classList.contains("off"));
    // Several on the same words: each click shows the next.
    return own[(own.indexOf(current) + 1) % own.length] || null;
  }

  /* Filters: levels are switched off; rules and units are chosen, none meaning all. */
  const pressed = (selector, name) => new Set(
    all(selector).filter((one) => one.getAttribute("aria-pressed") === "true")
      .map((one) => one.dataset[name]));

  function filter() {
    const levels = pressed("button[data-level]", "level");
    const rules = pressed("button[data-rule]", "rule");
    const units = pressed("button[data-unit]", "unit");
    for (const note of notes) {
      const { level, rule, unit } = note.dataset;
      note.classList.toggle("off", !(levels.has(level) && (!rules.size || rules.has(rule))
        && (!units.size || units.has(unit))));
    }
    for (const mark of marks) {
      const off = numbers(mark, "findings")
        .every((number) => document.getElementById(`f${number}`).classList.contains("off"));
      mark.classList.toggle("off", off);
      if (mark.hasAttribute("role")) mark.tabIndex = off ? -1 : 0;
    }
    if (current && current.classList.contains("off")) show(null);
    else if (current) show(current, { scroll: false });
    arrange();
    const count = visible().length;
    const of = document.querySelector(".of");
    if (of) of.textContent = String(count);
    const reset = document.querySelector(".reset");
    if (reset) reset.disabled = count === notes.length && !rules.size && !units.size;
    if (status) status.textContent = `显示 ${count} 处，共 ${notes.length} 处`;
  }

  document.addEventListener("click", (event) => {
    const target = event.target;
    const button = target.closest("button");
    if (button) {
      if (button.hasAttribute("aria-pressed")) {
        button.setAttribute("aria-pressed", button.getAttribute("aria-pressed") !== "true");
        filter();
      } else if (button.dataset.step) step(Number(button.dataset.step));
      else if (button.classList.contains("more")) expand(button.closest(".note"));
      else if (button.classList.contains("reset")) {
        for (const one of all("button[aria-pressed]")) {
          one.setAttribute("aria-pressed", String(one.hasAttribute("data-level")));
        }
        filter();
      } else if (button.classList.contains("theme")) {
        const dark = root.dataset.theme
          ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
        root.dataset.theme = dark ? "light" : "dark";
      }
      return;
    }
    const mark = target.closest("mark[data-findings]");
    const note = mark && !mark.classList.contains("off") ? noteOf(mark) : target.closest(".note");
    if (note) show(note, { scroll: !mark || matchMedia("(max-width: 56rem)").matches });
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !notes.length) return;
    const key = event.key;
    const arrows = current !== null || document.activeElement.matches("mark");
    if (key === "j" || (key === "ArrowDown" && arrows)) step(1);
    else if (key === "k" || (key === "ArrowUp" && arrows)) step(-1);
    else if (key === "Escape" && current) {
      show(null);
      if (document.activeElement) document.activeElement.blur();
    } else if ((key === "Enter" || key === " ") && document.activeElement.matches("mark")) {
      const mark = document.activeElement;
      if (current && numbers(mark, "findings").includes(current.dataset.number)) expand(current);
      else show(noteOf(mark), { scroll: false });
    } else if (key === "Enter" && current && document.activeElement === document.body) {
      expand(current);
    } else return;
    event.preventDefault();
  });

  addEventListener("resize", () => arrange());
  addEventListener("beforeprint", () => arrange(false));
  addEventListener("afterprint", () => arrange());
  if (document.fonts) document.fonts.ready.then(() => arrange());
  arrange();
})();
