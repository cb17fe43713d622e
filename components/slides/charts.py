"""Native charts, whose numbers one can edit: costs per year, a waterfall, bars. Amounts are those of the exhibit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE_DASH_STYLE as DASH
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from components.look.axis import Axis
from components.look.exhibit import Bar, BarsDrawing, Fall, PathDrawing, WaterfallDrawing
from components.look.letter_widths import text_width
from components.look.palette import BAR
from components.look.words import amount
from components.slides.number_formats import decimals_format, format_of, signed_format
from components.slides.template import FONT, LANGUAGE, Place
from components.slides.texts import INK, line_break_free, rgb, style
from model.notation import MINUS, shown

OWN, TARGET, WITHOUT, CEILING = "#1a5f7a", "#c2410c", "#767b87", "#7a4fa3"
LESS, MORE, TOTAL = "#2f9e77", "#d9772b", "#5f6b7a"
"""Lines of the costs and steps of the waterfall, as in components/what_if/panel/panel.css."""
_MOST_PER_BAR = 56
"""Points of height for a bar with the room around it, at most."""
LETTERS = 14
"""Points of the texts in a chart."""
UNKNOWN = "onbekend"
COST, BASELINE, BAND = "doorrekening", "zonder maatregelen", "waarschijnlijk: 8 van de 10 uitkomsten"
"""Names of the lines, as in the legend of the panel; the target and the ceilings are called as the drawing says."""
LOW, HIGH = "ondergrens van de band", "bovengrens van de band"
BELOW_NOUGHT = "vervolg van de stap onder nul"
_LEAST_LABEL = 0.06
"""Share of the axis that a step must take for its amount to stand in it."""


def add_path(slide: Any, drawing: PathDrawing, place: Place) -> Any:
    """Costs per year as lines on the band of likely outcomes; what is not known leaves a gap."""
    data = _data(decimals_format(drawing.decimals), [str(year) for year in drawing.years])
    has_band = bool(drawing.p10_mln_eur and drawing.p90_mln_eur)
    if has_band:
        # The area has no band of its own: an invisible one below, and the width of the band upon it.
        data.add_series("tot de band", drawing.p10_mln_eur)
        widths = [high - low for low, high in zip(drawing.p10_mln_eur, drawing.p90_mln_eur, strict=True)]
        data.add_series(BAND, widths)
        data.add_series(LOW, drawing.p10_mln_eur)
        data.add_series(HIGH, drawing.p90_mln_eur)
    lines = [
        (BASELINE, drawing.without_measures_mln_eur, WITHOUT, DASH.ROUND_DOT),
        *(
            (name, [cost] * len(drawing.years), CEILING, dash)
            for (name, cost), dash in zip(drawing.ceilings, (DASH.LONG_DASH, DASH.SQUARE_DOT), strict=False)
        ),
        (drawing.target_name, drawing.target_mln_eur, TARGET, DASH.DASH),
        (COST, drawing.cost_mln_eur, OWN, DASH.SOLID),
    ]
    lines = [line for line in lines if any(_known(value) for value in line[1])]
    for name, values, _, _ in lines:
        data.add_series(name, [value if _known(value) else None for value in values])
    frame, chart = _chart(slide, XL_CHART_TYPE.LINE_MARKERS, place, data)
    series = {found.name: found for found in chart.plots[0].series}
    for edge in (LOW, HIGH) if has_band else ():
        _line(series[edge], BAR, 0.75, DASH.SOLID, marked=False)
    for name, values, colour, dash in lines:
        is_cost, is_target, is_ceiling = name == COST, name == drawing.target_name, colour == CEILING
        _line(series[name], colour, 3 if is_cost else 2, dash, marked=is_cost or is_target)
        known = [at for at, value in enumerate(values) if _known(value)]
        # A ceiling has its amount where the other lines are farthest above it: in the first year.
        labelled = known if is_cost else known[:1] if is_ceiling else known[-1:]
        for at in labelled:
            if not is_cost and _reads_alike(values[at], drawing.cost_mln_eur[at], drawing.decimals):
                # One amount on one place is read once.
                continue
            # The two that may come close have their amounts at either side.
            is_lower = (is_cost or is_target) and is_cost == _is_below_target(drawing, at)
            side = "b" if is_lower else "t"
            _label(series[name].points[at], colour, side, decimals_format(drawing.decimals))
    _value_axis(chart, drawing.axis)
    # The first year stands clear of the amounts of the axis.
    crosses = chart.value_axis._element.find(qn("c:crosses"))
    crosses.addnext(parse_xml(f'<c:crossBetween {nsdecls("c")} val="between"/>'))
    _category_axis(chart)
    _legend(chart, hidden=[at for at, found in enumerate(chart.plots[0].series) if found.name in (LOW, HIGH)])
    if has_band:
        _put_in_area(chart)
    return frame


def add_waterfall(slide: Any, drawing: WaterfallDrawing, place: Place) -> Any:
    """Columns that stand on an invisible one: totals, what makes the costs lower, and what makes them higher."""
    steps, code = drawing.steps, decimals_format(drawing.decimals)
    data = _data(code, [step.label for step in steps])
    data.add_series("onder de stap", [_under(drawing, step) for step in steps])
    data.add_series("totaal", [step.end_mln_eur if step.is_total else None for step in steps])
    data.add_series("lagere kosten", [_reach(step) if _is_less(step) else None for step in steps])
    data.add_series("hogere kosten", [_reach(step) if _is_more(step) else None for step in steps])
    crossing = [step.end_mln_eur * step.start_mln_eur < 0 and not step.is_total for step in steps]
    if any(crossing):
        # What is stacked above nought does not reach below it.
        below = [
            min(step.start_mln_eur, step.end_mln_eur) if at else None for step, at in zip(steps, crossing, strict=True)
        ]
        data.add_series(BELOW_NOUGHT, below)
    frame, chart = _chart(slide, XL_CHART_TYPE.COLUMN_STACKED, place, data)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 40, 100
    under, *stacked = list(plot.series)[:4]
    under.format.fill.background()
    under.format.line.fill.background()
    less, more = (signed_format(sign, drawing.decimals) for sign in (MINUS, "+"))
    for series, colour, shows in zip(stacked, (TOTAL, LESS, MORE), (code, less, more), strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(colour)
        labels = series.data_labels
        labels.show_value, labels.number_format, labels.number_format_is_linked = True, shows, False
        labels.position = XL_LABEL_POSITION.INSIDE_END if series is stacked[0] else XL_LABEL_POSITION.CENTER
        style(labels.font, LETTERS, bold=True, colour="#ffffff" if series is stacked[0] else INK)
    height = drawing.axis.high - drawing.axis.low
    for at, step in enumerate(steps):
        if crossing[at]:
            lower = plot.series[4].points[at].format.fill
            lower.solid()
            lower.fore_color.rgb = rgb(LESS if _is_less(step) else MORE)
            _words_below(
                stacked[1 if _is_less(step) else 2].points[at],
                _signed(step, drawing.decimals),
                side=XL_LABEL_POSITION.CENTER,
            )
        elif not step.is_total and _change(step) < _LEAST_LABEL * height:
            series = stacked[1 if _is_less(step) else 2]
            _without_label(series.points[at])
            _words_below(under.points[at], _signed(step, drawing.decimals))
    _value_axis(chart, drawing.axis)
    _category_axis(chart)
    chart.has_legend = False
    return frame


def add_bars(slide: Any, drawing: BarsDrawing, place: Place) -> Any:
    """Bars below each other from nought, the first on top; a value that is unknown has none, and says so."""
    bars = drawing.bars
    code = format_of([(bar.value, bar.words) for bar in bars if _known(bar.value)])
    data = _data(code or decimals_format(1), [_bar_name(bar.label, bar.value, bar.words) for bar in bars])
    data.add_series(drawing.unit or "waarde", [bar.value if _known(bar.value) else None for bar in bars])
    place = place._replace(height=min(place.height, len(bars) * _MOST_PER_BAR))
    frame, chart = _chart(slide, XL_CHART_TYPE.BAR_CLUSTERED, place, data)
    plot = chart.plots[0]
    plot.gap_width, plot.vary_by_categories = 45, False
    series = plot.series[0]
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = rgb(BAR)
    labels = series.data_labels
    labels.show_value, labels.position = True, XL_LABEL_POSITION.OUTSIDE_END
    labels.number_format, labels.number_format_is_linked = code or decimals_format(1), False
    letters = _letters_of(len(bars), place)
    style(labels.font, letters)
    labels._element.find(qn("c:txPr")).find(qn("a:bodyPr")).set("wrap", "none")
    for at, bar in enumerate(bars):
        if bar.marked:
            look = series.points[at].format
            look.fill.solid()
            look.fill.fore_color.rgb = rgb(TARGET)
            # An edge too: in grey print the two colours are nearly one.
            look.line.color.rgb, look.line.width = rgb(INK), Pt(2.25)
        if code is None and _known(bar.value):
            _words_below(series.points[at], bar.words, side=XL_LABEL_POSITION.OUTSIDE_END)
    _category_axis(chart, size=letters)
    chart.category_axis.reverse_order = True
    value_axis = chart.value_axis
    value_axis.visible, value_axis.has_major_gridlines = False, False
    value_axis.minimum_scale, value_axis.maximum_scale = _bar_ends(bars, place)
    chart.has_legend = False
    return frame


def _data(code: str, categories: Sequence[str]) -> Any:
    """Numbers of a chart with their format, still without series."""
    make: Any = CategoryChartData
    data = make(number_format=code)
    data.categories = line_break_free(categories)
    return data


def _chart(slide: Any, kind: Any, place: Place, data: Any) -> tuple[Any, Any]:
    """The frame of a new chart on the slide, and the chart in it."""
    frame = slide.shapes.add_chart(kind, *(Pt(each) for each in place), data)
    chart = frame.chart
    chart.font.size, chart.font.name = Pt(LETTERS), FONT
    chart.font.color.rgb = rgb(INK)
    chart.has_title = False
    # A chart without a title gets that of its only series, unless it is told not to.
    space = chart._chartSpace
    space.chart.get_or_add_autoTitleDeleted().set("val", "1")
    language = parse_xml(f'<c:lang {nsdecls("c")} val="{LANGUAGE}"/>')
    space.insert(1 if space[0].tag == qn("c:date1904") else 0, language)
    return frame, chart


def _is_below_target(drawing: PathDrawing, at: int) -> bool:
    target = drawing.target_mln_eur[at]
    return target is not None and drawing.cost_mln_eur[at] <= target


def _reads_alike(value: float | None, other: float, decimals: int) -> bool:
    return value is not None and shown(value, decimals) == shown(other, decimals)


def _known(value: float | None) -> bool:
    return value is not None and math.isfinite(value)


def _under(drawing: WaterfallDrawing, step: Fall) -> float | None:
    """How far a step stands from nought, mln €, above it or below; None for a total and for a step across nought."""
    low, high = drawing.ends(step)
    return None if step.is_total or low < 0 < high else low if high > 0 else high


def _reach(step: Fall) -> float:
    """What is drawn of a step on what is under it, mln €: all of it, negative below nought, or its part above that."""
    low, high = sorted((step.start_mln_eur, step.end_mln_eur))
    return low - high if high <= 0 else high - max(low, 0.0)


def _change(step: Fall) -> float:
    return abs(step.end_mln_eur - step.start_mln_eur)


def _is_less(step: Fall) -> bool:
    return not step.is_total and step.end_mln_eur < step.start_mln_eur


def _is_more(step: Fall) -> bool:
    return not step.is_total and step.end_mln_eur > step.start_mln_eur


def _signed(step: Fall, decimals: int) -> str:
    sign = MINUS if _is_less(step) else "+" if _is_more(step) else ""
    return f"{sign}{amount(_change(step), decimals)}"


def _value_axis(chart: Any, of: Axis) -> None:
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = of.low, of.high, of.step
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = rgb("#d5dae0")
    axis.format.line.fill.background()
    code = decimals_format(of.decimals)
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = code, False
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.has_title = True
    frame = axis.axis_title.text_frame
    frame.text = f"mln € per jaar; de as begint bij {of.ticks[0][1]}" if of.low > 0 else "mln € per jaar"
    style(frame.paragraphs[0].runs[0].font, LETTERS - 2)


def _category_axis(chart: Any, *, size: float = LETTERS) -> None:
    axis = chart.category_axis
    axis.tick_labels.font.size = Pt(size)
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.has_major_gridlines = False
    # Every name, also where there are many: an office that leaves some out leaves bars without a name.
    skip = axis._element.find(qn("c:tickLblSkip"))
    if skip is None:
        before = axis._element.find(qn("c:noMultiLvlLbl"))
        skip = parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>')
        before.addprevious(skip)
    axis.format.line.color.rgb = rgb("#767b87")


def _letters_of(bars: int, place: Place) -> float:
    """Points of the names of bars, so that each has a line of its own."""
    return max(7, min(LETTERS, place.height / bars / 1.35))


def _bar_ends(bars: Sequence[Bar], place: Place) -> tuple[float, float]:
    """Ends of the axis of bars, so far apart that the words after the longest bar have room."""
    values = [bar.value for bar in bars if _known(bar.value)]
    high, low = max([0.0, *values]), min([0.0, *values])
    names = max(text_width(bar.label, LETTERS) for bar in bars)
    room = max(0.4 * place.width, place.width - names - 20)
    words = max(text_width(bar.words, LETTERS, bold=True) for bar in bars) + 12
    return low, low + (high - low or 1.0) / max(0.3, 1 - words / room)


def _bar_name(label: str, value: float, words: str) -> str:
    return label if _known(value) else f"{label}: {words or UNKNOWN}"


def _line(series: Any, colour: str, width: float, dash: Any, *, marked: bool) -> None:
    series.smooth = False
    line = series.format.line
    line.color.rgb, line.width, line.dash_style = rgb(colour), Pt(width), dash
    marker = series.marker
    if not marked:
        marker.style = XL_MARKER_STYLE.NONE
        return
    marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, 8
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = marker.format.line.color.rgb = rgb(colour)


def _label(point: Any, colour: str, side: str, code: str) -> None:
    """The value of a point, linked to its number, at a side of it: "t" above, "b" below, "r" right."""
    label = point.data_label._get_or_add_dLbl()
    label.get_or_add_dLblPos().set("val", side)
    for shows in label.findall(qn("c:showVal")):
        shows.set("val", "1")
    at = label.index(label.find(qn("c:idx"))) + 1
    label.insert(at, parse_xml(f'<c:numFmt {nsdecls("c")} formatCode="{code}" sourceLinked="0"/>'))
    style(point.data_label.font, LETTERS, bold=True, colour=colour)


def _words_below(point: Any, words: str, *, side: Any = XL_LABEL_POSITION.INSIDE_END) -> None:
    """Words at a point in the place of its value."""
    frame = point.data_label.text_frame
    frame.text, frame.word_wrap = words, False
    style(frame.paragraphs[0].runs[0].font, LETTERS, bold=True)
    point.data_label.position = side


def _without_label(point: Any) -> None:
    label = point.data_label._get_or_add_dLbl()
    index = label.find(qn("c:idx"))
    for child in list(label):
        if child is not index:
            label.remove(child)
    label.append(parse_xml(f'<c:delete {nsdecls("c")} val="1"/>'))


def _legend(chart: Any, hidden: Sequence[int]) -> None:
    """Legend below the chart, without the lines at the positions `hidden` and the invisible area."""
    chart.has_legend = True
    legend = chart.legend
    legend.position, legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    style(legend.font, LETTERS)
    entries = [0, *hidden] if hidden else []
    for at in entries:
        entry = parse_xml(f'<c:legendEntry {nsdecls("c")}><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>')
        legend._element.insert(1 + entries.index(at), entry)


def _put_in_area(chart: Any) -> None:
    """Moves the first two lines into stacked areas behind the others: nothing, and the band upon it."""
    plot = chart._chartSpace.chart.plotArea
    (lines,) = plot.findall(qn("c:lineChart"))
    under, band = lines.findall(qn("c:ser"))[:2]
    axes = "".join(f'<c:axId val="{axis.get("val")}"/>' for axis in lines.findall(qn("c:axId")))
    area = parse_xml(
        f'<c:areaChart {nsdecls("c")}><c:grouping val="stacked"/><c:varyColors val="0"/>{axes}</c:areaChart>'
    )
    for series, fill in ((under, "<a:noFill/>"), (band, _BAND_FILL)):
        for tag in ("c:marker", "c:smooth", "c:spPr", "c:dLbls"):
            for found in series.findall(qn(tag)):
                series.remove(found)
        look = parse_xml(f"<c:spPr {nsdecls('c', 'a')}>{fill}<a:ln><a:noFill/></a:ln></c:spPr>")
        series.find(qn("c:tx")).addnext(look)
        area.insert(area.index(area.find(qn("c:axId"))), series)
    lines.addprevious(area)


_BAND_FILL = f'<a:solidFill><a:srgbClr val="{BAR[1:]}"><a:alpha val="28000"/></a:srgbClr></a:solidFill>'
