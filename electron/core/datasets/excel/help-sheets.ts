/** Sheets of a template that explain it and hold the drop-down lists; an import passes them over. */
export const HELP_SHEET = '说明'
export const CHOICES_SHEET = '选项'
export const HELP_SHEETS: readonly string[] = [HELP_SHEET, CHOICES_SHEET]
