"""The parts of a Word file that do not depend on what it says: styles, settings, relations.

Owns the look that Nghị định 30/2020/NĐ-CP asks for: A4, Times New Roman, margins of 20, 20, 30 and
15 millimetres, the number of the page in the middle of its top from the second page on.
"""

from cdstrack.render.annex.ooxml import HEAD, NAMESPACES, field, text

_TWIPS = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
LONG, SHORT = round(297 * _TWIPS), round(210 * _TWIPS)
TOP = BOTTOM = round(20 * _TWIPS)
LEFT, RIGHT = round(30 * _TWIPS), round(15 * _TWIPS)
_PACKAGE = "application/vnd.openxmlformats-package"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PART_NAMES = ("styles", "settings", "footnotes", "header")


def section(*, across: bool, first_page_bare: bool) -> str:
    """The page of a section, upright or across; one with a bare first page has no number on it."""
    width, height = (LONG, SHORT) if across else (SHORT, LONG)
    orient = ' w:orient="landscape"' if across else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{orient}/>'
        f'<w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" w:left="{LEFT}" '
        'w:header="567" w:footer="567" w:gutter="0"/>'
        + ("<w:titlePg/>" if first_page_bare else "")
        + "</w:sectPr>"
    )


def fixed_parts(title: str, language: str) -> dict[str, str]:
    """All parts but the document and its footnotes, by their names."""
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("officeDocument", f"{_RELATION}/officeDocument", "word/document.xml"),
            (
                "core",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
        ),
        "word/_rels/document.xml.rels": _relations(
            *((name, f"{_RELATION}/{name}", f"{name}.xml") for name in _PART_NAMES)
        ),
        "docProps/core.xml": _core(title, language),
        "word/styles.xml": _styles(language),
        "word/settings.xml": _settings(),
        "word/header.xml": _header(),
    }


def _content_types() -> str:
    kinds = {f"/word/{name}.xml": f"{_WORD}.{name}+xml" for name in _PART_NAMES}
    kinds["/word/document.xml"] = f"{_WORD}.document.main+xml"
    kinds["/docProps/core.xml"] = f"{_PACKAGE}.core-properties+xml"
    parts = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>'
        for name, kind in sorted(kinds.items())
    )
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{_PACKAGE}.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relations(*relations: tuple[str, str, str]) -> str:
    told = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (_, kind, target) in enumerate(relations, 1)
    )
    return (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{told}</Relationships>"
    )


def _core(title: str, language: str) -> str:
    return (
        f"{HEAD}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{text(title)}</dc:title><dc:language>{_tag(language)}</dc:language>"
        "</cp:coreProperties>"
    )


def _tag(language: str) -> str:
    return "en-GB" if language == "en" else "vi-VN"


def _style(name: str, look: str, *, title: str = "", runs: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title or name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{look}</w:pPr><w:rPr>{runs}</w:rPr></w:style>'
    )


def _styles(language: str) -> str:
    font = "Times New Roman"
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
    tag = _tag(language)
    none = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    some = '<w:spacing w:before="120" w:after="0" w:line="264" w:lineRule="auto"/>'
    centred = f'{none}<w:jc w:val="center"/>'
    kept = f'<w:keepNext/>{none}<w:jc w:val="center"/><w:outlineLvl w:val="0"/>'
    twelve = '<w:sz w:val="24"/><w:szCs w:val="24"/>'
    return (
        f"{HEAD}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="{tag}" w:eastAsia="{tag}" '
        'w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "</w:style>"
        + _style(
            "Heading1", kept, title="heading 1", runs='<w:b/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        )
        + _style("Centred", centred)
        + _style("Body", f'{some}<w:jc w:val="both"/>')
        + _style("Cell", none, runs=twelve)
        + _style("CellCentred", centred, runs=twelve)
        + _style("Small", none, runs='<w:sz w:val="22"/><w:szCs w:val="22"/>')
        + _style(
            "FootnoteText",
            none,
            title="footnote text",
            runs='<w:sz w:val="20"/><w:szCs w:val="20"/>',
        )
        + '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        "</w:styles>"
    )


def _settings() -> str:
    return (
        f'{HEAD}<w:settings {NAMESPACES}><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/>'
        '</w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )


def _header() -> str:
    return (
        f'{HEAD}<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Centred"/></w:pPr>'
        f"{field('PAGE', '2')}</w:p></w:hdr>"
    )
