"""Settings: who decides, what is refused and how that is said."""

from pathlib import Path

import msgspec
import pytest

from web.settings import KEYS, SettingError, Settings, description
from web.settings_listing import written
from web.settings_sources import read_settings

README = Path(__file__).parent.parent.parent / "README.md"


def test_the_program_goes_before_the_environment_and_that_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text('index = "of the file"\ncontact = "file@b.c"\nhost = "of the file"\n')
    environ = {
        "ONRECORD_SETTINGS": str(file),
        "ONRECORD_INDEX": "of the environment",
        "ONRECORD_CONTACT": "a@b.c",
    }
    given = {"ONRECORD_INDEX": "of the program", "ONRECORD_PORT": 1, "DEBUG": True}
    held = read_settings(given, environ, {"port": 2, "workers": None})
    assert held.settings.index == Path("of the program")
    assert held.settings.contact == "a@b.c"
    assert held.settings.host == "of the file"
    assert held.settings.port == 2
    assert held.settings.tables is None
    assert held.origins["index"] == "configuration"
    assert held.origins["contact"] == "$ONRECORD_CONTACT"
    assert held.origins["host"] == str(file)
    assert held.origins["port"] == "--port"
    assert held.origins["tables"] == "default"


def test_without_a_word_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    held = read_settings({}, {})
    assert held.settings == Settings()
    assert held.origins == dict.fromkeys(KEYS, "default")


def test_a_file_in_the_working_folder_is_read_unasked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("onrecord.toml").write_text('contact = "desk@daily.example"')
    assert read_settings({}, {}).settings.contact == "desk@daily.example"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "contact = 3",
            r"The setting contact = 3 \(.*own\.toml\) cannot be used: Expected a text, got a whole number",
        ),
        ("stylesheet = 3", r"stylesheet = 3 .* cannot be used: Expected the name of a file"),
        ('stylesheet = "none.css"', r"stylesheet = 'none\.css' .* cannot be used: there is no such file"),
        ('tables = "none"', r"tables = 'none' .* cannot be used: there is no such folder"),
        ("port = 65536", r"port = 65536 .* cannot be used: Expected a whole number of at most 65535"),
        (
            'port = "x"',
            r"port = 'x' .* cannot be used: Expected a whole number, got a text\. What it is: The port",
        ),
        ("port = true", r"port = True .* cannot be used: Expected a whole number"),
        ("workers = 0", r"workers = 0 .* cannot be used: Expected a whole number of at least 1"),
        ('host = ""', r"host = '' .* cannot be used: Expected a text that is not empty"),
        (
            'sign_on = "password"',
            r"sign_on = 'password' .*: there is no such choice\. There are: header, token\. What it",
        ),
        ('sign_on = "header"', r"sign_on = \['header'\] .* cannot be used: no proxy is trusted"),
        (
            'sign_on = "header"\ntrusted_proxies = ["10.0.0.1", "::/0"]',
            r"trusted_proxies = \['10\.0\.0\.1', '::/0'\] .* anybody could then say by X-Forwarded-User who",
        ),
        ("sign_on = true", r"sign_on = True .* cannot be used: Expected a list"),
        (
            'sign_on_header = "X_User"',
            r"sign_on_header = .* cannot be used: it does not have the form .* letters, digits and dash",
        ),
        ('trusted_proxies = ["10.0.0.1/8"]', r"trusted_proxies = .* cannot be used: “10\.0\.0\.1/8” is no"),
        (
            'sign_on = "token"\ncache = "public"',
            r"cache = 'public' .* cannot be used: with sign_on no",
        ),
        ('cache = "shared"', r"cache = 'shared' .* no such choice\. There are: private, public\. What"),
        (
            "cache_seconds = 86401",
            r"cache_seconds = 86401 .* cannot be used: Expected a whole number of at most 86400",
        ),
        ('contact = "the desk"', r"contact = 'the desk' .* does not have the form .* \(https://…\)"),
        (
            'contact = "desk.example/mistakes"',
            r"contact = 'desk\.example/mistakes' .* does not have the form",
        ),
        ('largest_body = "1 MiB"', r"largest_body = '1 MiB' .* cannot be used: Expected a number with B, KB"),
        ('rate_limit = "many"', r"rate_limit = 'many' .* cannot be used: Expected requests by second"),
        ('allowed_hosts = ["*"]', r"allowed_hosts = \['\*'\] .* cannot be used: “\*” is no name of a server"),
        ('https = "perhaps"', r"https = 'perhaps' .* cannot be used: Expected true or false"),
        ("colour = 3", r"There is no setting “colour” \(.*own\.toml\)\. There are: index, "),
        ("Index = 'here'", r"There is no setting “Index” .*\. Did you mean index\? There are: index, "),
        ("prot = 80", r"There is no setting “prot” .*\. Did you mean port\? There are: index, "),
        ("colour", r"The settings .*own\.toml are no TOML: "),
    ],
)
def test_what_cannot_be_used_is_named_with_its_place_and_the_reason(
    tmp_path: Path, content: str, said: str
) -> None:
    file = tmp_path / "own.toml"
    file.write_text(content)
    with pytest.raises(SettingError, match=said):
        read_settings({"ONRECORD_SETTINGS": file}, {})


def test_a_file_that_is_named_and_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"none\.toml cannot be read: No such file"):
        read_settings({"ONRECORD_SETTINGS": tmp_path / "none.toml"}, {})


def test_a_mistyped_variable_is_named() -> None:
    with pytest.raises(SettingError, match=r"There is no setting “indx” \(ONRECORD_INDX\)"):
        read_settings({}, {"ONRECORD_INDX": "x"})


@pytest.mark.parametrize("said", ["header,token", "header token", " header ,\n token", ["header", "token"]])
def test_a_list_is_a_list_or_one_text(said: object) -> None:
    given = {"ONRECORD_SIGN_ON": said, "ONRECORD_TRUSTED_PROXIES": "127.0.0.1"}
    assert read_settings(given, {}).settings.sign_on == ("header", "token")


@pytest.mark.parametrize("said", ["off", "none", []])
def test_a_list_can_be_emptied(said: object) -> None:
    assert read_settings({"ONRECORD_SIGN_ON": said}, {"ONRECORD_SIGN_ON": "token"}).settings.sign_on == ()


def test_every_setting_says_what_it_is_for_and_its_default_is_one_it_may_have() -> None:
    for key in KEYS:
        assert description(key).endswith(".")
        assert msgspec.convert(getattr(Settings(), key), KEYS[key]) == getattr(Settings(), key)


def test_the_readme_has_the_table_of_settings(pytestconfig: pytest.Config) -> None:
    rows = [f"| `{key}` | {written(getattr(Settings(), key))} | {description(key)} |" for key in KEYS]
    text = README.read_text(encoding="utf-8")
    head, rest = text.split("|---|---|---|\n", 1)
    table, tail = rest.split("<!-- end -->", 1)
    wanted = "".join(f"{row}\n" for row in rows)
    if pytestconfig.getoption("--update-golden"):
        README.write_text(f"{head}|---|---|---|\n{wanted}<!-- end -->{tail}", encoding="utf-8")
    else:
        assert table == wanted


def test_settings_are_written_alike_in_every_process() -> None:
    """The tags of answers are made of them."""
    given = {
        "allowed_hosts": "a.example",
        "trusted_proxies": "10.0.0.1",
        "rate_limit": "1/day",
        "largest_body": "2 KB",
    }
    assert repr(read_settings({}, {}, given).settings) == repr(read_settings({}, {}, given).settings)
    assert " at 0x" not in repr(read_settings({}, {}, given).settings)
