"""Browser part of the components: what lies beside the Python, and how modules become one text."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from components.look.component_files import KEPT_REPORTS, MODULES, ModuleError, module, script, style_tag
from tests.data.shipped import ROOT

BROWSER_PARTS = sorted(path for path in (ROOT / "components").rglob("*") if path.suffix in {".html", ".css", ".js"})
ENTRIES = [path for path in BROWSER_PARTS if path.suffix == ".js" and path.with_suffix(".html").exists()]


def folder_with(folder: Path, files: dict[str, str]) -> Path:
    """Folder that holds these files, each line of a text on a line of its own."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf8")
    return folder


@pytest.fixture
def run(tmp_path: Path) -> Callable[[str], str]:
    """Runs a joined script in node and returns what its default export returns."""
    node = next((found for found in (shutil.which("node"), *_nodes_of_playwright()) if found), None)
    assert node, "node comes with the package playwright"

    def result(text: str) -> str:
        (tmp_path / "joined.mjs").write_text(text, encoding="utf8")
        (tmp_path / "run.mjs").write_text("import f from './joined.mjs'; console.log(f());", encoding="utf8")
        return subprocess.run(
            [node, "run.mjs"], cwd=tmp_path, check=True, capture_output=True, text=True
        ).stdout.strip()

    return result


def _nodes_of_playwright() -> list[str]:
    import playwright

    return [str(path) for path in Path(playwright.__file__).parent.glob("driver/node")]


def test_every_browser_part_is_used() -> None:
    """A script stands beside its markup or is imported by one that does; a style of its own is read by Python."""
    reached = {path for entry in [*ENTRIES, KEPT_REPORTS] for path in _imported_by(entry)}
    scripts = {path for path in BROWSER_PARTS if path.suffix == ".js"}
    assert scripts - reached == set()
    python = "\n".join(path.read_text(encoding="utf8") for path in (ROOT / "components").rglob("*.py"))
    lonely = [path for path in BROWSER_PARTS if path.suffix != ".js" and not path.with_suffix(".js").exists()]
    assert [path.name for path in lonely if f'"{path.name}"' not in python] == []


def _imported_by(path: Path) -> set[Path]:
    found = {path}
    text = path.read_text(encoding="utf8")
    at_once = re.findall(r"^import .* from '(\.[^']*)';", text, re.MULTILINE)
    for source in [*at_once, *re.findall(r"await import\('(\.[^']*)'\)", text)]:
        found |= _imported_by((path.parent / source).resolve())
    return found


def test_browser_parts_are_content_that_asks_nothing_of_other_servers() -> None:
    """Streamlit takes a style of one line for the path of a file; a request to another server is nobody's to make."""
    faults = []
    for path in BROWSER_PARTS:
        text = path.read_text(encoding="utf8").strip().replace("http://www.w3.org/", "")
        foreign = [address for address in ("http://", "https://", "@import", "//cdn") if address in text]
        if not text or foreign or (path.suffix != ".html" and "\n" not in text):
            faults.append((path.name, foreign))
    assert len(BROWSER_PARTS) > 60
    assert faults == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda path: str(path.relative_to(ROOT / "components")))
def test_script_of_a_component_is_one_module_without_imports(entry: Path) -> None:
    joined = script(entry)
    assert joined.count("export default") == 1
    assert not re.search(r"^import\b", joined, re.MULTILINE)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda path: str(path.relative_to(ROOT / "components")))
def test_module_of_a_component_shows_it_with_its_markup_and_style(entry: Path) -> None:
    whole = module(entry)
    assert whole.count("export default") == 1
    assert whole.count("const $show = function") == 1
    assert json.dumps(entry.with_suffix(".html").read_text(encoding="utf8")) in whole
    assert ":host {" in whole


def test_joined_modules_see_only_what_they_import(tmp_path: Path, run: Callable[[str], str]) -> None:
    folder = folder_with(
        tmp_path / "parts",
        {
            "view.js": "import { twice } from '../parts/sums.js';\nimport { name as called } from './names.js';\n"
            "const name = 'view';\nexport default function () { return `${twice(21)} ${called()} ${name}`; }\n",
            "sums.js": "const name = 'sums';\nexport function twice(x) { return name && x * 2; }\n",
            "names.js": "import { twice } from './sums.js';\nexport const name = () => `names ${twice(1)}`;\n",
        },
    )
    joined = script(folder / "view.js")
    assert run(joined) == "42 names 2 view"
    assert joined.count("x * 2") == 1


def test_a_module_for_the_first_use_has_a_file_of_its_own_that_the_server_hands_out(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path / "parts",
        {
            "view.js": "/** @typedef {import('./view.js').Seldom} Seldom */\n"
            "export default async function () { return (await import('./seldom.js')).answer(); }\n",
            "seldom.js": "import { twice } from './sums.js';\nexport const answer = () => twice(21);\n",
            "sums.js": "export function twice(x) { return x * 2; }\n",
        },
    )
    joined = script(folder / "view.js")
    assert "x * 2" not in joined, "what few ask for is no part of what all load"
    file = re.search(r"await import\('\./([^']+)'\)", joined)
    assert file
    assert "x * 2" in MODULES[file[1]]
    assert "export const answer" in MODULES[file[1]]


def test_comments_stay_on_the_server_and_what_only_looks_like_one_goes_along(
    tmp_path: Path, run: Callable[[str], str]
) -> None:
    lines = [
        "// Says what it is.",
        "/** @type {number} */",
        "/**",
        " * Of several lines. */",
        "const two = 2; // behind code",
        "/* a */ const three = two + 1;",
        "  // further in",
        "export default function () { return `${two * three} // ${'/* kept */'}`; }",
    ]
    (folder := tmp_path / "parts").mkdir()
    (folder / "view.js").write_text("\n".join(lines) + "\n", encoding="utf8")
    sent = script(folder / "view.js")
    assert sent.splitlines() == [lines[4], lines[5], lines[7]]
    assert run(sent) == "6 // /* kept */"


def test_a_style_comes_without_its_comments(tmp_path: Path) -> None:
    style = tmp_path / "page.css"
    style.write_text("/* Why,\n   over lines. */\n.a {\n  /* here */\n  color: red; /* behind */\n}\n", encoding="utf8")
    assert style_tag(style) == "<style>.a {\n  color: red; /* behind */\n}\n</style>"


def test_no_line_of_a_text_over_several_lines_is_taken_for_a_comment() -> None:
    """Only a template literal holds ends of lines; within one, a comment mark would be text."""
    within = []
    for path in (path for path in BROWSER_PARTS if path.suffix == ".js"):
        inside = False
        for line in path.read_text(encoding="utf8").splitlines():
            comment = re.match(r"\s*(//|/?\*)", line)
            assert not (inside and comment), (path.name, line)
            within += [line] * inside
            inside ^= not comment and line.count("`") % 2 == 1
        assert not inside, path.name
    assert within, "no text over several lines is left to check this with"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"a.js": "import { b } from './b.js';\n", "b.js": "import { a } from './a.js';\n"}, r"a\.js imports itself"),
        ({"a.js": "import b from './b.js';\n", "b.js": "export default 1;\n"}, r"a\.js has .import b from"),
        ({"a.js": "import { b } from 'package';\n"}, r"a\.js has .import \{ b \} from"),
        ({"a.js": "import { b } from './b.js';\n", "b.js": "export let b = 1;\n"}, r"b\.js has .export let b"),
        ({"a.js": "import { c } from './b.js';\n", "b.js": "export const b = 'x', c = 2;\n"}, "one constant at a time"),
        ({"a.js": "import { b } from './b.js';\n", "b.js": "const b = 1;\nexport { b };\n"}, r"b\.js has .export \{ b"),
    ],
)
def test_what_cannot_be_joined_is_refused(tmp_path: Path, files: dict[str, str], message: str) -> None:
    with pytest.raises(ModuleError, match=message):
        script(folder_with(tmp_path, files) / "a.js")


def test_missing_module_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"absent\.js"):
        script(folder_with(tmp_path, {"a.js": "import { b } from './absent.js';\n"}) / "a.js")


def test_a_component_upon_another_has_the_markup_and_style_of_both_in_their_order(tmp_path: Path) -> None:
    names = {f"{stem}.{kind}": f"{stem} {kind}\n" for stem in ("below", "above") for kind in ("html", "css")}
    folder = folder_with(tmp_path, {**names, "above.js": "export default function () {}\n"})
    joined = module(folder / "above", folder / "below")
    assert r"below html\nabove html\n" in joined
    assert r"below css\nabove css\n" in joined
    assert "below" not in module(folder / "above")
