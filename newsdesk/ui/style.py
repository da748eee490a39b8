"""How Qt's own controls are drawn: Fusion with our fields, focus ring, scroll bars and tool tips."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionMenuItem,
    QStyleOptionSlider,
    QWidget,
)

from newsdesk.ui.menu_style import MARGIN as MENU_MARGIN
from newsdesk.ui.menu_style import draw_menu_item, draw_menu_panel, menu_item_size
from newsdesk.ui.paint import draw_field, draw_focus_ring, rounded

if TYPE_CHECKING:
    from newsdesk.ui.theme import Theme

_TOOL_TIP_DELAY_MS = 600
_SCROLL_BAR_PX = 8
_SMALLEST_THUMB_PX = 24

_Primitive = QStyle.PrimitiveElement
_Part = QStyle.SubControl
_State = QStyle.StateFlag
_Element = QStyle.ControlElement
_Metric = QStyle.PixelMetric
_SCROLL_BAR = QStyle.ComplexControl.CC_ScrollBar


def dress(app: QApplication, theme: Theme) -> None:
    """Draw Qt's own controls in the colours of ``theme`` from now on."""
    style = app.style()
    if not (isinstance(style, NewsdeskStyle) and style.theme is theme):
        app.setStyle(NewsdeskStyle(theme))


class NewsdeskStyle(QProxyStyle):
    """Fusion in the theme's colours. Painting here, not by a style sheet, keeps the first frame quick."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self.theme = theme

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw fields, focus rings and tool tips as the design has them."""
        if element == _Primitive.PE_FrameFocusRect:
            if option.state & _State.State_KeyboardFocusChange:
                draw_focus_ring(painter, self.theme, QRectF(option.rect), 4)
        elif element == _Primitive.PE_PanelLineEdit and isinstance(widget, QLineEdit):
            if widget.hasFrame():
                focused = bool(option.state & _State.State_HasFocus)
                wrong = bool(widget.property("wrong"))
                draw_field(painter, self.theme, QRectF(option.rect), focused=focused, wrong=wrong)
        elif element == _Primitive.PE_PanelTipLabel:
            rounded(painter, QRectF(option.rect), 4, self.theme.colour("text"))
        elif element == _Primitive.PE_PanelMenu:
            draw_menu_panel(painter, self.theme, QRectF(option.rect))
        elif element == _Primitive.PE_FrameMenu:
            return  # the panel has its line
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the rows of menus as the design has its rows."""
        if element == _Element.CE_MenuItem and isinstance(option, QStyleOptionMenuItem):
            draw_menu_item(painter, self.theme, option)
        else:
            super().drawControl(element, option, painter, widget)

    def sizeFromContents(  # noqa: N802 - Qt's name
        self,
        type: QStyle.ContentsType,  # noqa: A002 - Qt's name for it
        option: QStyleOption,
        size: QSize,
        widget: QWidget,
    ) -> QSize:
        """Return Qt's size, with our rows in menus."""
        if type == QStyle.ContentsType.CT_MenuItem and isinstance(option, QStyleOptionMenuItem):
            return menu_item_size(self.theme, option)
        return super().sizeFromContents(type, option, size, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw scroll bars as one rounded thumb without arrows."""
        if control != _SCROLL_BAR:
            super().drawComplexControl(control, option, painter, widget)
            return
        slider = cast(QStyleOptionSlider, option)
        if slider.maximum > slider.minimum:
            hot = slider.state & (_State.State_MouseOver | _State.State_Sunken)
            thumb = QRectF(_thumb(slider)).adjusted(1, 1, -1, -1)
            rounded(painter, thumb, 3, self.theme.colour("line_field" if hot else "line"))

    def subControlRect(
        self,
        cc: QStyle.ComplexControl,
        opt: QStyleOptionComplex,
        sc: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """Give the scroll bar's groove its whole length: there are no arrow buttons."""
        if cc != _SCROLL_BAR:
            return super().subControlRect(cc, opt, sc, cast(QWidget, widget))  # the stub forgets None
        slider = cast(QStyleOptionSlider, opt)
        thumb = _thumb(slider)
        groove = QRect(slider.rect)
        if sc == _Part.SC_ScrollBarGroove:
            return groove
        if sc == _Part.SC_ScrollBarSlider:
            return thumb
        if sc == _Part.SC_ScrollBarSubPage:
            if _is_horizontal(slider):
                groove.setRight(thumb.left() - 1)
            else:
                groove.setBottom(thumb.top() - 1)
            return groove
        if sc == _Part.SC_ScrollBarAddPage:
            if _is_horizontal(slider):
                groove.setLeft(thumb.right() + 1)
            else:
                groove.setTop(thumb.bottom() + 1)
            return groove
        return QRect()

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Return Qt's measure, with scroll bars of 8 px and tool tips with room round the words."""
        if metric == QStyle.PixelMetric.PM_ScrollBarExtent:
            return _SCROLL_BAR_PX
        if metric == QStyle.PixelMetric.PM_ScrollBarSliderMin:
            return _SMALLEST_THUMB_PX
        if metric == QStyle.PixelMetric.PM_ToolTipLabelFrameWidth:
            return 6
        if metric in (_Metric.PM_MenuHMargin, _Metric.PM_MenuVMargin):
            return MENU_MARGIN
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's name for it
    ) -> int:
        """Return Qt's hint, with the design's tool tip delay and buttons of words alone."""
        if hint == QStyle.StyleHint.SH_ToolTip_WakeUpDelay:
            return _TOOL_TIP_DELAY_MS
        if hint == QStyle.StyleHint.SH_ToolTipLabel_Opacity:
            return 255
        if hint == QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 0
        return super().styleHint(hint, option, widget, returnData)


def _is_horizontal(slider: QStyleOptionSlider) -> bool:
    return bool(slider.state & _State.State_Horizontal)


def _thumb(slider: QStyleOptionSlider) -> QRect:
    """Return where the thumb of a scroll bar lies in it."""
    room = QRect(slider.rect)
    length = room.width() if _is_horizontal(slider) else room.height()
    span = slider.maximum - slider.minimum
    size = (
        length if span <= 0 else max(_SMALLEST_THUMB_PX, length * slider.pageStep // (span + slider.pageStep))
    )
    size = min(size, length)
    at = QStyle.sliderPositionFromValue(
        slider.minimum, slider.maximum, slider.sliderPosition, length - size, slider.upsideDown
    )
    if _is_horizontal(slider):
        return QRect(room.left() + at, room.top(), size, room.height())
    return QRect(room.left(), room.top() + at, room.width(), size)
