"""The command line, as somebody at a terminal meets it."""

import csv
import json
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from web.app import create_app
from web.cli import main

ROOT = Path(__file__).parent.parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def run(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("cli") / "index"
    assert run("index", "--index", directory, ROOT / "seeds").exit_code == 0
    return directory


def test_index_counts_what_it_added_and_finds_it_unchanged_the_second_time(tmp_path: Path) -> None:
    first = run("index", "--index", tmp_path / "index", *SEEDS)
    second = run("index", "--index", tmp_path / "index", *SEEDS)
    assert first.exit_code == second.exit_code == 0
    assert [line.split() for line in first.stdout.splitlines()] == [
        ["added", "5"],
        ["replaced", "0"],
        ["unchanged", "0"],
        ["refused", "0"],
    ]
    assert ["unchanged", "5"] in [line.split() for line in second.stdout.splitlines()]


def test_index_does_the_work_again_after_a_table_has_changed(tmp_path: Path) -> None:
    run("index", "--index", tmp_path / "index", SEEDS[0])
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "spellings.toml").write_text("", encoding="utf-8")
    assert "unchanged         1" in run("index", "--index", tmp_path / "index", SEEDS[0]).stdout
    (tmp_path / "tables" / "topics.toml").write_text(
        '[brussels]\nname = "Brussels"\nphrases = ["Brussels"]\n', encoding="utf-8"
    )
    assert "replaced          1" in run("index", "--index", tmp_path / "index", SEEDS[0]).stdout


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", b"\x89PNG\x00\x01\x02", "binary"),
        ("latin.txt", "Un café à Paris, said Anna Moreau.".encode("latin-1"), "UTF-8"),
        ("huge.txt", b"word " * 1_100_000, "5 MB"),
        ("list.json", b'{"text": ', "JSON"),
    ],
)
def test_a_bad_file_is_refused_by_name_and_the_rest_goes_in(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    result = run("index", "--index", tmp_path / "index", bad, SEEDS[1])
    assert result.exit_code == 1
    assert name in result.stderr
    assert reason in result.stderr
    assert "added             1" in result.stdout


def test_a_mistyped_path_is_refused_and_makes_no_index(tmp_path: Path) -> None:
    result = run("index", "--index", tmp_path / "index", tmp_path / "seedz")
    assert result.exit_code == 1
    assert f"refused {tmp_path / 'seedz'}: no such file or folder" in result.stderr
    assert not (tmp_path / "index").exists()
    assert "There is no index in" in run("search", "x", "--index", tmp_path / "index").stderr


def test_keys_that_are_not_known_are_named_in_a_line_each(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"Report {n}.", "byline": "A. B.", "\x1b[31m": 1}) for n in range(3)]
    result = run("index", "--index", tmp_path / "index", "-", stdin="\n".join(lines).encode())
    assert (result.exit_code, "added             3" in result.stdout) == (0, True)
    keys = "The keys are title, text, outlet, date, url and author."
    assert result.stderr.splitlines() == [
        f"There is no key “{key}”; it was ignored in 3 articles. {keys}" for key in (" [31m", "byline")
    ]


def test_articles_can_come_on_standard_input(tmp_path: Path) -> None:
    lines = "\n".join(
        json.dumps({"title": f"Report {n}", "text": f"“Number {n} it is,” said Anna Moreau."})
        for n in range(3)
    )
    result = run("index", "--index", tmp_path / "index", "-", stdin=lines.encode())
    assert result.exit_code == 0, result.output
    assert "added             3" in result.stdout


def test_search_prints_the_words_the_speaker_and_the_facets(indexed: Path) -> None:
    result = run("search", "hysteria", "--index", indexed)
    assert result.exit_code == 0
    assert "hysteria and hyperbole" in result.stdout
    assert "Marco Rubio" in result.stdout
    assert "Inter Bellum News" in result.stdout


def test_search_prints_the_endpoints_json(indexed: Path) -> None:
    answer = json.loads(
        run("search", "spending", "--speaker", "Mark Rutte", "--json", "--index", indexed).stdout
    )
    assert answer["total"] >= len(answer["hits"]) > 0
    assert {hit["speaker"]["name"] for hit in answer["hits"]} == {"Mark Rutte"}
    client = create_app({"ONRECORD_INDEX": indexed}).test_client()
    asked = client.get("/api/v1/search?q=spending&speaker=Mark+Rutte").get_json()
    assert answer | {"took_ms": 0} == asked | {"took_ms": 0}


def test_speakers_have_the_endpoints_shape(indexed: Path) -> None:
    speakers = json.loads(run("speakers", "--json", "--index", indexed).stdout)
    client = create_app({"ONRECORD_INDEX": indexed}).test_client()
    for speaker in speakers:
        answer = client.get(f"/api/v1/speakers/{speaker['id']}").get_json()
        assert {name: answer[name] for name in speaker} == speaker


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["search", '"spending'], ["quotation mark"]),
        (["search", "x", "--page", "0"], ["0"]),
        (["search", "x", "--page-size", "1000000000"], ["1000000000"]),
        (["search", "x", "--from", "yesterdayish"], ["yesterdayish"]),
    ],
)
def test_a_mistake_is_one_line_on_stderr_and_status_2(
    indexed: Path, arguments: list[str], words: list[str]
) -> None:
    result = run(*arguments, "--index", indexed)
    assert result.exit_code == 2
    assert len(result.stderr.strip().splitlines()) == 1
    assert all(word in result.stderr for word in words)


def test_a_query_that_cannot_be_read_is_shown_its_place_and_mended(indexed: Path) -> None:
    result = run("search", "nato (spending", "--index", indexed)
    assert result.stderr == (
        "onrecord: This bracket is never closed. It is character 6 of the query. "
        "Did you mean: nato (spending)\n"
    )


def test_a_page_past_the_last_is_said_to_be_none(indexed: Path) -> None:
    said = run("search", "nato", "--page", "900", "--page-size", "10", "--index", indexed).stdout
    assert re.match(r"\d+ quotes, but no page 900: the last is \d+\n", said)


def test_a_missing_index_says_how_to_make_one(tmp_path: Path) -> None:
    result = run("search", "x", "--index", tmp_path / "none")
    assert result.exit_code == 2
    assert "onrecord index" in result.stderr


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_quotes_point_into_the_files_own_text(path: Path) -> None:
    result = run("quotes", path)
    assert result.exit_code == 0
    text = path.read_bytes().decode("utf-8")
    for record in map(json.loads, result.stdout.splitlines()):
        assert record["article"] == path.stem
        assert 0 <= record["start"] < record["end"] <= len(text)
        if record["kind"] == "direct":
            assert text[record["start"] - 1] in "“\"‘'"
        if record["speaker_start"] is not None:
            assert text[record["speaker_start"] : record["speaker_end"]].strip()


def test_offsets_hold_in_a_file_with_front_matter_and_windows_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    lines = (
        "---",
        "title: A note",
        "---",
        "",
        "Anna Moreau spoke on Friday.",
        "",
        "“We will pay,” Moreau said.",
        "",
    )
    text = "\r\n".join(lines)
    path.write_bytes(text.encode())
    (record,) = map(json.loads, run("quotes", path).stdout.splitlines())
    assert text[record["start"] : record["end"]].strip(",") == "We will pay"
    assert text[record["cue_start"] : record["cue_end"]] == "said"
    assert record["speaker"] == "Anna Moreau"


def test_explain_gives_one_readable_line_a_quote() -> None:
    plain, explained = run("quotes", SEEDS[1]), run("quotes", "--explain", SEEDS[1])
    assert len(plain.stdout.splitlines()) == len(explained.stdout.splitlines())
    assert "Marco Rubio" in explained.stdout
    assert "because: " in explained.stdout


def test_quotes_can_be_read_by_people(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text(
        "“We  will pay,” Ann Lee, the mayor, told reporters.\n\n"
        "Lee said that the city would “never, \x1b[31mever” borrow.\n\n“So be it.”\n",
        encoding="utf-8",
    )
    result = run("quotes", "--text", path)
    assert (result.exit_code, result.stderr) == (0, "")
    blocks = [block.splitlines() for block in result.stdout.replace(str(path), "note.txt").split("\n\n")]
    assert blocks[0] == ["note.txt: 3 quotes"]
    assert blocks[1] == ["“We will pay,”", "    Ann Lee, mayor · quoted · by “told”"]
    assert blocks[2][0] == "the city would “never,  [31mever” borrow"
    assert blocks[2][1].startswith("    Ann Lee, mayor · partly quoted · by “said")
    assert blocks[3][0] == "“So be it.”"
    assert len(run("quotes", path).stdout.splitlines()) == 3


def test_a_pipe_that_closes_early_is_no_error() -> None:
    command = f"{sys.executable} -m web.cli quotes {' '.join(map(str, SEEDS))} | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stderr == ""


SAID = {
    "a": ("2025-04-03", "“We will pay,” Mayor Ann B. Lee said.\n\n“And soon,” Lee said.\n"),
    "b": ("2025-05-07", "“We will not pay,” Senator Ann Lee said.\n\n“Why not?” Bo Day said.\n"),
    "c": (
        "2025-05-09",
        "“We may pay,” Mayor Ann Lee said.\n\n“So be it,” Hillary Rodham Clinton said.\n",
    ),
}


def index_said(tmp_path: Path, **tables: str) -> Result:
    """Index what is SAID with these tables."""
    (tmp_path / "tables").mkdir(exist_ok=True)
    for name, content in tables.items():
        (tmp_path / "tables" / f"{name}.toml").write_text(content, encoding="utf-8")
    for name, (date, text) in SAID.items():
        (tmp_path / f"{name}.md").write_text(f"---\ndate: {date}\n---\n{text}", encoding="utf-8")
    return run("index", "--index", tmp_path / "index", *(tmp_path / f"{name}.md" for name in SAID))


def test_speakers_lists_forms_and_roles_with_their_days(tmp_path: Path) -> None:
    index_said(tmp_path)
    result = run("speakers", "--index", tmp_path / "index")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "quotes  speaker",
        "     4  Ann Lee  ann-lee",
        "        also named Ann B. Lee (1)",
        "        Mayor, 3 April to 9 May 2025",
        "        Senator, 7 May 2025",
        "     1  Bo Day  bo-day",
        "     1  Hillary Clinton  hillary-clinton",
        "        also named Hillary Rodham Clinton (1)",
    ]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("lee", ["ann-lee"]),
        ("Ann B. Lee", ["ann-lee"]),
        ("Rodham", ["hillary-clinton"]),
        ("nobody else", []),
    ],
)
def test_speakers_can_be_looked_up_by_any_form_of_the_name(tmp_path: Path, name: str, ids: list[str]) -> None:
    index_said(tmp_path)
    found = json.loads(run("speakers", "--index", tmp_path / "index", "--json", name).stdout)
    assert [speaker["id"] for speaker in found] == ids
    said = run("speakers", "--index", tmp_path / "index", name).stdout
    assert all(id in said for id in ids) if ids else said == f"Nobody named {name} speaks in the index.\n"


def test_speakers_as_json_give_counts_and_days(tmp_path: Path) -> None:
    index_said(tmp_path)
    (lee,) = json.loads(run("speakers", "--index", tmp_path / "index", "--json", "Lee").stdout)
    assert lee == {
        "id": "ann-lee",
        "name": "Ann Lee",
        "quotes": 4,
        "articles": 3,
        "first": "2025-04-03",
        "last": "2025-05-09",
        "forms": [{"name": "Ann Lee", "articles": 2}, {"name": "Ann B. Lee", "articles": 1}],
        "roles": [
            {"role": "Mayor", "articles": 2, "first": "2025-04-03", "last": "2025-05-09"},
            {"role": "Senator", "articles": 1, "first": "2025-05-07", "last": "2025-05-07"},
        ],
    }


def test_what_the_list_shows_can_be_parted_and_joined_in_the_table(tmp_path: Path) -> None:
    index_said(tmp_path)
    again = index_said(
        tmp_path,
        speakers='lee-2 = { name = "Ann Lee (senator)", aliases = ["Ann Lee"], where = ["senator"] }\n'
        'bo-day = { name = "Robert Day", aliases = ["Bo Day"] }\n',
    )
    assert "replaced          3" in again.stdout
    found = json.loads(run("speakers", "--index", tmp_path / "index", "--json").stdout)
    assert {speaker["id"]: (speaker["name"], speaker["quotes"]) for speaker in found} == {
        "ann-lee": ("Ann B. Lee", 3),
        "lee-2": ("Ann Lee (senator)", 1),
        "bo-day": ("Robert Day", 1),
        "hillary-clinton": ("Hillary Clinton", 1),
    }


def test_a_correction_is_seen_at_the_next_index_and_a_lost_one_is_told(tmp_path: Path) -> None:
    index_said(tmp_path)
    hits = json.loads(run("search", "speaker:day", "--json", "--index", tmp_path / "index").stdout)["hits"]
    again = index_said(tmp_path, corrections=f'"{hits[0]["id"]}" = "Ann Lee"\n"gone-gone" = "Bo Day"\n')
    assert again.exit_code == 0
    assert "replaced          1" in again.stdout
    assert again.stderr.splitlines() == ["corrections not applied: gone-gone (no such quote)"]
    answer = json.loads(run("search", "why", "--json", "--index", tmp_path / "index").stdout)
    assert answer["hits"][0]["speaker"] == {"id": "ann-lee", "name": "Ann Lee", "role": "Senator"}
    assert answer["hits"][0]["confidence"] == 1.0


def test_a_mistake_in_a_table_is_one_line_that_names_the_file(tmp_path: Path) -> None:
    result = index_said(tmp_path, speakers='ann-lee = { nmae = "Ann Lee" }')
    assert result.exit_code == 2
    assert f"{tmp_path / 'tables' / 'speakers.toml'}: ann-lee has a key “nmae”" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_an_index_without_speakers_says_so(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("A quiet day in the harbour.", encoding="utf-8")
    run("index", "--index", tmp_path / "index", tmp_path / "note.txt")
    assert run("speakers", "--index", tmp_path / "index").stdout == "Nobody speaks in the index.\n"


def test_no_article_commands_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text(
        "“We \x1b]0;x\x07 will pay,” Ann Lee, the mayor of \x1b[31m Town, said.", encoding="utf-8"
    )
    run("index", "--index", tmp_path / "index", path)
    for arguments in (["search", "pay"], ["search", "pay", "--view", "articles"], ["speakers"]):
        result = CliRunner().invoke(main, [*arguments, "--index", str(tmp_path / "index")], color=True)
        assert "Ann Lee" in result.stdout
        assert not any(command in result.stdout for command in ("\x1b]", "\x1b[31m", "\x07"))
    assert "\x1b" not in CliRunner().invoke(main, ["quotes", "--explain", str(path)], color=True).stdout


def test_config_prints_what_holds_and_where_it_came_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("onrecord.toml").write_text('sign_on = ["header"]\ntrusted_proxies = "10.0.0.0/8, unix"\n')
    monkeypatch.setenv("ONRECORD_CONTACT", "desk@daily.example")
    lines = run("config", "--index", "elsewhere").stdout.splitlines()
    assert [line.split() for line in lines if not line.endswith("default")] == [
        ["index", "elsewhere", "--index"],
        ["contact", "desk@daily.example", "$ONRECORD_CONTACT"],
        ["trusted_proxies", "10.0.0.0/8,", "unix", "onrecord.toml"],
        ["sign_on", "header", "onrecord.toml"],
    ]
    assert len({line.rindex("  ") for line in lines}) == 1, "the columns are aligned"
    found = json.loads(run("config", "--json").stdout)
    assert found["trusted_proxies"]["value"] == ["10.0.0.0/8", "unix"]
    assert found["trusted_proxies"]["origin"] == "onrecord.toml"
    assert found["port"] == {
        "value": 8000,
        "origin": "default",
        "default": 8000,
        "description": "The port it listens at; 0 takes a free one.",
    }


@pytest.mark.parametrize("command", ["config", "serve", "search", "speakers", "verify"])
def test_every_command_stops_at_a_bad_setting(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_WORKERS", "many")
    result = run(command)
    assert result.exit_code == 2
    assert result.stderr.startswith("onrecord: The setting workers = 'many' ($ONRECORD_WORKERS)")
    assert len(result.stderr.splitlines()) == 1


def test_every_command_takes_the_index_of_the_settings(
    indexed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("onrecord.toml").write_text(f'index = "{indexed}"')
    assert "Marco Rubio" in run("search", "hysteria").stdout
    assert "Marco Rubio" in run("speakers").stdout


def commands() -> list[tuple[str, click.Command]]:
    return sorted(main.commands.items())


def test_search_prints_every_hit_as_a_table(indexed: Path) -> None:
    result = run("search", "nato", "--speaker", "Mark Rutte", "--csv", "--index", indexed)
    assert result.exit_code == 0
    rows = list(csv.DictReader(StringIO(result.stdout_bytes.decode("utf-8-sig"), newline="")))
    page = json.loads(run("search", "nato", "--speaker", "Mark Rutte", "--json", "--index", indexed).stdout)
    assert len(rows) == page["total"] > 10
    assert [row["id"] for row in rows[:10]] == [hit["id"] for hit in page["hits"]]
    assert rows[0]["link"] == page["hits"][0]["link"]


@pytest.mark.parametrize(
    ("site", "start"),
    [
        ("https://press.example/onrecord/", "https://press.example/onrecord/quote/"),
        ("http://press.example:8000", "http://press.example:8000/quote/"),
    ],
)
def test_links_lead_to_the_site_that_is_named(indexed: Path, site: str, start: str) -> None:
    table = run("search", "nato", "--csv", "--site", site, "--index", indexed).stdout_bytes
    rows = list(csv.DictReader(StringIO(table.decode("utf-8-sig"), newline="")))
    assert rows
    assert all(row["link"].startswith(start) for row in rows)
    (hit, *_) = json.loads(run("search", "nato", "--json", "--site", site, "--index", indexed).stdout)["hits"]
    assert start.endswith(hit["link"].removesuffix(hit["id"]))


@pytest.mark.parametrize(
    "site", ["press.example", "ftp://press.example", "http://[x", "https://a b", "https://a/?b"]
)
def test_what_is_no_site_is_refused(indexed: Path, site: str) -> None:
    result = run("search", "nato", "--csv", "--site", site, "--index", indexed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"“{site}” is no address of a site. Write it as in https://" in result.stderr


def test_what_a_table_dropped_is_said_beside_it(indexed: Path) -> None:
    result = run("search", "nato zzyzx", "--outlet", "None Such", "--csv", "--index", indexed)
    assert "None Such" in result.stderr
    result = run("search", "hysteria lithuania tariffs", "--jsonl", "--index", indexed)
    assert result.stderr == "Nothing has all the words; these have most of them.\n"
    assert json.loads(result.stdout.splitlines()[0])["missing_words"]


def test_search_prints_every_hit_as_json_lines(indexed: Path) -> None:
    lines = run("search", "nato", "--view", "articles", "--jsonl", "--index", indexed).stdout.splitlines()
    page = json.loads(run("search", "nato", "--view", "articles", "--json", "--index", indexed).stdout)
    assert [json.loads(line) for line in lines] == page["hits"]


@pytest.mark.parametrize("form", ["--csv", "--jsonl"])
def test_a_table_of_all_hits_has_no_pages(indexed: Path, form: str) -> None:
    result = run("search", "nato", form, "--page", "2", "--index", indexed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "onrecord: A file has no pages, it has all hits. Leave page out.\n"


@pytest.mark.parametrize(("name", "command"), commands(), ids=[name for name, _ in commands()])
def test_the_readme_names_every_command_and_option(name: str, command: Any) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"onrecord {name}" in readme
    options = [option for parameter in command.params for option in parameter.opts if option.startswith("--")]
    assert [option for option in options if option not in readme] == []
