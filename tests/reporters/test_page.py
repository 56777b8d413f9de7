"""The HTML report in a browser: headless Chromium, as a person uses it."""

from __future__ import annotations

import os
import shutil
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kuaibao_lint.linter import lint
from kuaibao_lint.readers import read_path
from kuaibao_lint.reporters import About, FileResult, Run, reporter
from kuaibao_lint.rules import load_library

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
DRIVER = shutil.which("chromedriver")

pytestmark = [
    pytest.mark.skipif(
        CHROMIUM is None or DRIVER is None,
        reason="no Chromium here: apt-get install chromium chromium-driver",
    ),
    pytest.mark.filterwarnings("default::ResourceWarning"),
]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = load_library()
    files = []
    for name in ("defects.md", "gb18030.txt"):
        source = read_path(EXAMPLES / name)._replace(path=name)
        report = lint(source, library)
        files.append(FileResult(name, source, report.profile, report.diagnostics))
    rules = {
        rule.id: About(rule.id, rule.name, rule.severity, rule.why, "依据", rule.fix)
        for rule in library.ruleset("kuaibao").rules
    }
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(reporter("html")(Run(tuple(files), rules=rules)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--window-size=1440,1000", f"--user-data-dir={tmp_path_factory.mktemp('profile')}",
    ):  # fmt: skip
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER, log_output=os.devnull))
    yield driver
    driver.quit()


@pytest.fixture
def browser(chromium: Any, page: Path) -> Any:
    chromium.get(page.as_uri())
    return chromium


def one(browser: Any, selector: str) -> Any:
    return browser.find_element("css selector", selector)


def every(browser: Any, selector: str) -> list[Any]:
    found: list[Any] = browser.find_elements("css selector", selector)
    return found


def press(browser: Any, *keys: str) -> None:
    from selenium.webdriver import ActionChains

    ActionChains(browser).send_keys(*keys).perform()


def chosen(browser: Any) -> list[str]:
    return [note.get_attribute("data-number") for note in every(browser, ".note.on")]


def test_a_clicked_finding_is_marked_and_its_note_shown(browser: Any) -> None:
    mark = one(browser, 'mark[data-findings="2"]')
    assert mark.text.startswith("截止")
    mark.click()
    assert chosen(browser) == ["2"]
    assert "on" in mark.get_attribute("class").split()
    note = one(browser, ".note.on")
    assert "“截止”应为“截至”" in note.text
    # The note stands beside its words.
    assert abs(note.rect["y"] - mark.rect["y"]) < 40
    assert note.rect["x"] > mark.rect["x"] + mark.rect["width"]


def test_a_clicked_note_marks_its_words(browser: Any) -> None:
    one(browser, "#f4").click()
    assert chosen(browser) == ["4"]
    assert [mark.text[:3] for mark in every(browser, "mark.on")] == ["掌掌握"]


def test_figures_that_take_part_are_shown_with_the_sum(browser: Any) -> None:
    one(browser, '.note[data-rule="KB301"]').click()
    words = {place.text for place in every(browser, ".related.on")}
    assert {"15990 万元", "24600 万元"} <= words
    one(browser, ".note.on .more").click()
    assert "15990 ÷ 24600 = 65.00%" in one(browser, ".note.on .why").text


def test_notes_do_not_lie_on_one_another(browser: Any) -> None:
    one(browser, "#f20").click()
    for sheet in every(browser, ".sheet"):
        boxes = [note.rect for note in sheet.find_elements("css selector", ".note")]
        boxes.sort(key=lambda box: box["y"])
        for above, below in pairwise(boxes):
            assert above["y"] + above["height"] <= below["y"] + 1


def test_a_level_is_told_by_form_as_well_as_by_colour(browser: Any) -> None:
    styles = {
        browser.execute_script("return getComputedStyle(arguments[0]).borderBottomStyle", mark)
        for mark in (one(browser, f"mark.words.{level}") for level in ("error", "warning", "info"))
    }
    assert len(styles) == 3


def test_words_filter_and_the_slash_leads_to_them(browser: Any) -> None:
    total = len(every(browser, ".note"))
    press(browser, "/", "截止")
    shown = every(browser, ".note:not(.off)")
    assert 0 < len(shown) < total
    assert all("截止" in note.get_attribute("textContent") for note in shown)
    assert chosen(browser) == []  # j and k are letters there, not steps
    press(browser, "jk")
    assert every(browser, ".note:not(.off)") == []
    press(browser, "\ue00c")  # escape
    assert len(every(browser, ".note:not(.off)")) == total
    assert browser.switch_to.active_element.tag_name == "body"
    press(browser, "/", "石桥镇", "\ue007")  # enter goes to the first
    assert len(chosen(browser)) == 1
    one(browser, ".reset").click()
    assert one(browser, ".find").get_attribute("value") == ""
    assert len(every(browser, ".note:not(.off)")) == total


def test_a_link_to_a_finding_opens_it(browser: Any, page: Path) -> None:
    browser.get("about:blank")
    browser.get(f"{page.as_uri()}#f4")
    assert chosen(browser) == ["4"]


def test_without_a_script_numbers_are_links_between_words_and_notes(
    browser: Any, page: Path
) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(page.as_uri())
        assert not one(browser, ".find").is_displayed()
        assert not one(browser, "#f4 .why").is_displayed()
        one(browser, "#p4").click()
        assert browser.current_url.endswith("#f4")
        assert one(browser, "#f4 .why").is_displayed()
        one(browser, "#f4 .number").click()
        assert browser.current_url.endswith("#p4")
        links = every(browser, ".number[href], .number a")
        aims = [link.get_attribute("href").rpartition("#")[2] for link in links]
        assert len(aims) == 2 * len(every(browser, ".note"))
        assert all(every(browser, f"#{aim}") for aim in aims)
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_levels_and_rules_and_units_filter(browser: Any) -> None:
    total = len(every(browser, ".note"))
    errors = len(every(browser, ".note.error"))
    one(browser, 'button[data-level="warning"]').click()
    one(browser, 'button[data-level="info"]').click()
    assert len(every(browser, ".note:not(.off)")) == errors
    assert one(browser, ".of").text == str(errors)
    assert every(browser, "mark.info:not(.off)") == []
    one(browser, 'button[data-rule="KB202"]').click()
    shown = every(browser, ".note:not(.off)")
    assert {note.get_attribute("data-rule") for note in shown} == {"KB202"}
    assert f"共 {total} 处" in one(browser, ".status").get_attribute("textContent")
    one(browser, ".reset").click()
    assert len(every(browser, ".note:not(.off)")) == total
    one(browser, 'button[data-unit="石桥镇"]').click()
    units = {note.get_attribute("data-unit") for note in every(browser, ".note:not(.off)")}
    assert units == {"石桥镇"}


def test_the_keyboard_goes_through_the_findings(browser: Any) -> None:
    press(browser, "jjj")
    assert chosen(browser) == ["3"]
    press(browser, "k")
    assert chosen(browser) == ["2"]
    press(browser, "\ue015")  # arrow down
    assert chosen(browser) == ["3"]
    focused = browser.switch_to.active_element
    assert focused.get_attribute("data-findings") == "3"
    assert focused.get_attribute("role") == "button"
    outline = browser.execute_script(
        "return getComputedStyle(document.activeElement).outlineStyle"
    )
    assert outline == "solid"
    press(browser, "\ue007")  # enter
    assert one(browser, ".note.on .more").get_attribute("aria-expanded") == "true"
    assert one(browser, ".note.on .why").is_displayed()
    press(browser, "\ue00c")  # escape
    assert chosen(browser) == []
    assert every(browser, "mark.on") == []


def test_the_keyboard_passes_over_what_is_filtered_out(browser: Any) -> None:
    one(browser, 'button[data-level="error"]').click()
    press(browser, "j")
    assert one(browser, ".note.on").get_attribute("data-level") != "error"


def test_what_is_described_is_there(browser: Any) -> None:
    for mark in every(browser, 'mark[role="button"]'):
        for name in mark.get_attribute("aria-describedby").split():
            assert one(browser, f"#{name}").text


def test_sums_are_shown_with_their_verdicts(browser: Any) -> None:
    table = one(browser, ".figures table").text
    assert "✗ 占比：15990 ÷ 24600 = 65.00%" in table
    assert "✓ 分项与合计：15990 + 8610 = 24600" in table


def test_no_page_is_wider_than_a_telephone(browser: Any) -> None:
    size = {"width": 390, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        browser.refresh()
        width = browser.execute_script("return document.documentElement.scrollWidth")
        assert width <= 390
        press(browser, "j")
        assert chosen(browser) == ["1"]
        assert one(browser, ".note.on").is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_the_browser_has_nothing_to_complain_of(browser: Any) -> None:
    press(browser, "jk")
    assert browser.get_log("browser") == []
