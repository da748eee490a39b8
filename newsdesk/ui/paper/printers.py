"""The printers of this computer."""

from __future__ import annotations

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo


def names() -> list[str]:
    """Return what the system calls them, the usual one first; may wait for a print server."""
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name.lower()))


def named(name: str) -> QPrinter | None:
    """Return the printer of that name, None when the system has it no more."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    # Qt would print a PDF file without a name instead.
    return printer if printer.isValid() and printer.printerName() == name else None


def broken(printer: QPrinter) -> bool:
    """Return whether the printer gave up."""
    return printer.printerState() is QPrinter.PrinterState.Error
