"""The one exception: a file is refused, by the name docs/bundle-format.md gives the refusal."""


class Refused(Exception):
    @property
    def name(self):
        return self.args[0]


def refuse_unless(holds, name):
    if not holds:
        raise Refused(name)
