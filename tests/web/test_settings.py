"""Settings: who decides, what is refused and how that is said."""

from pathlib import Path

import pytest

from web.settings import KEYS, SettingError, Settings, read_settings


def test_the_program_goes_before_the_environment_and_that_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text('index = "of the file"\ncontact = "of the file"\nstylesheet = "of the file"\n')
    environ = {
        "ONRECORD_SETTINGS": str(file),
        "ONRECORD_INDEX": "of the environment",
        "ONRECORD_CONTACT": "a@b.c",
    }
    held = read_settings({"ONRECORD_INDEX": "of the program", "DEBUG": True}, environ)
    assert held.settings.index == Path("of the program")
    assert held.settings.contact == "a@b.c"
    assert held.settings.stylesheet == Path("of the file")
    assert held.settings.tables is None
    assert held.origins["index"] == "configuration"
    assert held.origins["contact"] == "$ONRECORD_CONTACT"
    assert held.origins["stylesheet"] == str(file)
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
        ("contact = 3", r"The setting contact = 3 \(.*own\.toml\) cannot be used: Expected `str \| null`"),
        ("stylesheet = 3", r"stylesheet = 3 .* cannot be used: Expected the name of a file"),
        ("colour = 3", r"There is no setting “colour” \(.*own\.toml\)\. There are: index, "),
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
