"""A framework of any size, made up to measure with."""

LABELS = ["Not yet", "With help", "On my own", "In new cases", "Leading"]


def framework(competencies=100, areas=7, roles=8):
    """The XML of a framework whose roles ask for levels 1 to 5 in turn."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<framework xmlns="urn:waymark:framework" schema="1" id="children-services"'
        f' version="made-{competencies}" xml:lang="en" licence="CC0-1.0">',
        "  <title>A framework made up to measure with</title>",
        "  <source>Nobody is asked with it.</source>",
        "  <scale>",
    ]
    lines += [f'    <level rank="{rank}"><label>{label}</label></level>'
              for rank, label in enumerate(LABELS, 1)]
    names = ["assistant", "new-librarian", "librarian", "manager", "solo", "consultant"]
    names += [f"role-{number}" for number in range(len(names) + 1, roles + 1)]
    lines.append("  </scale>\n  <roles>")
    lines += [f'    <role id="{name}"><title>{name}</title></role>' for name in names[:roles]]
    lines.append("  </roles>")
    for area in range(areas):
        lines.append(f'  <area id="A{area + 1}">\n    <title>Area {area + 1}</title>'
                     f"\n    <short>{area + 1}</short>")
        for number in range(area, competencies, areas):
            lines.append(f'    <competency id="skill.c{number + 1}">')
            lines.append(f"      <title>Skill {number + 1}</title>")
            lines.append(f"      <statement>I can do what skill number {number + 1} asks."
                         "</statement>")
            lines += [f'      <anchor level="{rank}">Level {rank} of skill {number + 1}.</anchor>'
                      for rank in range(1, 6)]
            lines += [f'      <target role="{name}" level="{(number + place) % 5 + 1}"/>'
                      for place, name in enumerate(names[:roles])]
            lines.append("    </competency>")
        lines.append("  </area>")
    lines.append("</framework>")
    return "\n".join(lines) + "\n"
