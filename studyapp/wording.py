"""English words for a user that can still be said in another language, from below the window.

Whoever raises an error or finds a problem calls `translate("Topic", "the notebook in {} is
gone").format(folder)` and has English text, which the command line and the log print as it is.
`gui.language.said` says it in the language of the window, since a `Wording` knows what it was made
of. `docs/make_translations.py` finds the calls by their name.
"""

from __future__ import annotations


class Wording(str):
    """English text with the template and the values it was made of."""

    __slots__ = ("context", "named", "template", "values")

    context: str
    """The topic under which translations of the template are kept."""
    template: str
    values: tuple[object, ...]
    named: dict[str, object]

    def format(self, *values: object, **named: object) -> Wording:
        """Return the template filled in; a value may be a `Wording` of its own."""
        text = self.template.format(*values, **named)
        return _made(self.context, self.template, text, values, named)


def translate(context: str, text: str) -> Wording:
    """Return words that can be translated; both have to be literals, or they are not found."""
    return _made(context, text, text, (), {})


def noted(context: str, text: str) -> str:  # noqa: ARG001 - read by the script
    """Return words as they are, to be kept in a file and said with `worded` later."""
    return text


def worded(context: str, text: str) -> Wording:
    """Return the words of a row, such as a setting's title, which are gathered from the row."""
    return _made(context, text, text, (), {})


def _made(
    context: str, template: str, text: str, values: tuple[object, ...], named: dict[str, object]
) -> Wording:
    wording = Wording(text)
    wording.context, wording.template, wording.values, wording.named = (
        context,
        template,
        values,
        named,
    )
    return wording
