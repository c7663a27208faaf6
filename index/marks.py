"""Which quotation marks belong together: one pass over the text, whatever the text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from index import missing_marks
from index.article import Span
from index.mark_forms import DOUBLED, LINE_END, Mark, ends_speech, find_marks

# What opens, and what may close it. A plain mark opens and closes.
CLOSERS = {
    "“": '”“"',
    "”": '”"',
    "„": "“”",
    "«": "»",
    "»": "«",
    '"': '"”',
    DOUBLED: (DOUBLED, '"', "”"),
}
SINGLE = "‘'"
SINGLE_LIMIT = 1200  # characters a quotation in single marks may run; an apostrophe may look like its start
SHORT_CLAUSE = 40  # characters of "Doe said." at the end of a paragraph
DEPTH = 6  # marks within marks looked at for what a mark closes
LETTER = 30  # paragraphs that may stand between a mark that opens a letter and the one that closes it


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between quotation marks.

    outer    with the marks; inner  without them, white space at the ends left out
    closed   both marks are there
    goes_on  the next paragraph goes on with the speech
    single   in single marks
    """

    outer: Span
    inner: Span
    closed: bool = True
    goes_on: bool = False
    single: bool = False

    @property
    def certain(self) -> bool:
        """Whether the marks themselves tell where the words begin and end."""
        return self.closed or self.goes_on


def find_marked(text: str) -> list[Marked]:
    """Return the stretches between quotation marks in text order; marks inside marks are part of the words.

    No stretch runs over a line's end: a speech of several paragraphs is a stretch in each. Where a closing
    mark is missing, the words end before the reporting clause, else with the paragraph or before the next
    opening mark; where an opening one is missing, they begin with the sentence or the paragraph.
    """
    return _Pairing(text).find()


class _Pairing:
    """The pass. ``open`` are the double marks not closed yet in this line, outermost first."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Marked] = []
        self.line = 0
        self.open: list[Mark] = []
        self.single: Mark | None = None
        self.single_since = 0  # how many stretches had been found when the single mark opened
        self.possible_end: Mark | None = None  # closes the single one, unless it is an apostrophe
        self.looked_at = 0  # how far a missing opening mark has been looked for
        self.letter: list[Span] | None = None  # the lines since a mark that was left open
        self.letter_begun = False  # words stood in the mark's own line: the last that was found

    def find(self) -> list[Marked]:
        for mark in find_marks(self.text):
            if mark.form == LINE_END:
                self._end_line(mark.start)
                self.line = mark.end
            elif len(mark.form) == 1 and mark.form in "‘’'":
                self._single(mark)
            else:
                self._double(mark)
        self._end_line(len(self.text))
        return self.found

    def _double(self, mark: Mark) -> None:
        if mark.closes and self._close(mark):
            return
        if mark.opens:
            self.open.append(mark)
            self.letter = None
        elif mark.closes and not self.open:
            self._unopened(mark)

    def _close(self, mark: Mark) -> bool:
        for depth in range(1, min(DEPTH, len(self.open)) + 1):
            opener = self.open[-depth]
            if mark.form in CLOSERS[opener.form]:
                del self.open[-depth:]
                self._pair(opener, mark)
                return True
        return False

    def _pair(self, opener: Mark, mark: Mark) -> None:
        """Keep the outermost stretch only; while something is open, what is within waits to be swallowed."""
        if self._is_wrapper(opener, mark):
            return
        while self.found and self.found[-1].outer.start > opener.start:
            self.found.pop()
        self._keep(Span(opener.start, mark.end), Span(opener.end, mark.start))

    def _is_wrapper(self, opener: Mark, mark: Mark) -> bool:
        """ "“We will,” Doe said." is a paragraph of prose that a page's template has put in marks."""
        return (
            opener.form == '"' and self.text.startswith("“", opener.end) and self.text[mark.start - 1] != "”"
        )

    def _single(self, mark: Mark) -> None:
        if self.open:
            return
        if self.single is not None and mark.closes:
            if mark.sure or self._is_tight(mark):
                self._pair_single(mark)
            else:
                self.possible_end = mark
        elif mark.opens:
            self._end_single()
            self.single, self.single_since = mark, len(self.found)

    def _is_tight(self, mark: Mark) -> bool:
        """One word in marks, as in ‘boss’; a plural's apostrophe would follow nothing quoted."""
        return self.single is not None and " " not in self.text[self.single.end : mark.start]

    def _pair_single(self, mark: Mark) -> None:
        opener, self.single, self.possible_end = self.single, None, None
        if opener is not None and mark.start - opener.start <= SINGLE_LIMIT:
            within = len(self.found) > self.single_since
            if within and not ends_speech(self.text, mark.start):
                return  # an apostrophe had looked like an opening mark
            del self.found[self.single_since :]
            self._keep(Span(opener.start, mark.end), Span(opener.end, mark.start), single=True)

    def _end_single(self) -> None:
        """Close a single mark with what may be an apostrophe, for want of something better."""
        if self.possible_end is not None and len(self.found) == self.single_since:
            self._pair_single(self.possible_end)
        self.single = self.possible_end = None

    def _unopened(self, mark: Mark) -> None:
        """A closing mark without an opening one ends a letter of several paragraphs, or a sentence."""
        text = self.text
        if not ends_speech(text, mark.start):
            return
        if missing_marks.follows_verb(text, mark.start) and mark.form != DOUBLED:
            self.open.append(mark)
            return
        after = max(self.found[-1].outer.end if self.found else 0, self.looked_at)
        self.looked_at = mark.end
        start: int | None = None
        if after > self.line:
            start = missing_marks.start_of_sentence(text, after, mark.start)
        elif self.letter:
            self._close_letter(mark)
        elif self.letter is None or not missing_marks.is_credit(text, self.line, mark.start):
            start = missing_marks.start_of_paragraph(text, self.line, mark.start)
        if start is not None:
            self._keep(Span(start, mark.end), Span(start, mark.start), closed=False)

    def _close_letter(self, mark: Mark) -> None:
        if self.letter_begun:
            self.found[-1] = replace(self.found[-1], goes_on=True)
        for span in self.letter or ():
            self._keep(span, span, closed=False, goes_on=True)
        self._keep(Span(self.line, mark.end), Span(self.line, mark.start))
        self.letter = None

    def _end_line(self, end: int) -> None:
        text, started = self.text, self._opening_single(end)
        self._end_single()
        if started is not None and not self.open:
            self._keep(
                Span(started.start, end), Span(started.end, end), closed=False, goes_on=True, single=True
            )
        if self.open:
            self._end_open(end)
        elif self.letter is not None and text[self.line : end].strip():
            self.letter.append(Span(self.line, end))
            if len(self.letter) > LETTER or (self.found and self.found[-1].outer.start >= self.line):
                self.letter = None

    def _end_open(self, end: int) -> None:
        """What is left open ends here, or before marks of its own kind within it."""
        opened, self.open, self.single = self.open, [], None
        within: list[Marked] = []
        while self.found and self.found[-1].outer.start > opened[0].start:
            within.append(self.found.pop())
        for opener, following in zip(opened, [*opened[1:], None], strict=True):
            inside: list[Marked] = []
            limit = end if following is None else following.start
            while within and within[-1].outer.start < limit:
                inside.append(within.pop())
            self._end_one(opener, inside, limit, end)

    def _end_one(self, opener: Mark, inside: list[Marked], limit: int, line_end: int) -> None:
        text = self.text
        if inside and inside[0].outer.start == opener.end:  # ““Yes,” he said: one mark too many
            outer = Span(opener.start, inside[0].outer.end)
            self.found += [replace(inside[0], outer=outer), *inside[1:]]
            return
        same = (i for i, inner in enumerate(inside) if text.startswith(opener.form, inner.outer.start))
        first = next(same, len(inside))
        cut = inside[first].outer.start if first < len(inside) else limit
        self._leave_open(opener, cut, line_end)
        self.found += inside[first:]

    def _leave_open(self, opener: Mark, limit: int, line_end: int) -> None:
        text = self.text
        goes_on = limit == line_end and missing_marks.next_paragraph_opens(text, line_end)
        clause = missing_marks.end_before_clause(text, opener.end, limit, goes_on=goes_on)
        if clause is not None:
            limit, goes_on = clause, False
        before = len(self.found)
        self._keep(Span(opener.start, limit), Span(opener.end, limit), closed=False, goes_on=goes_on)
        if limit == line_end and not goes_on:
            self.letter, self.letter_begun = [], len(self.found) > before

    def _opening_single(self, end: int) -> Mark | None:
        """A single mark that is left open at a sentence's start and opens the next paragraph again."""
        mark, text = self.single, self.text
        if mark is None or self.possible_end is not None or mark.form not in SINGLE:
            return None
        if (
            text[max(self.line, mark.start - 2) : mark.start].strip(" :,\n")
            or len(self.found) > self.single_since
        ):
            return None
        following = text[end : end + 40].lstrip()
        return mark if following[:1] == mark.form and following[1:2].isupper() else None

    def _keep(self, outer: Span, inner: Span, **flags: bool) -> None:
        text, start, end = self.text, inner.start, inner.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:  # a mark that is missing has no place
            opens = start if outer.start == inner.start else outer.start
            closes = end if outer.end == inner.end else outer.end
            self.found.append(Marked(Span(opens, closes), Span(start, end), **flags))
