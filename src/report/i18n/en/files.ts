import type {FILES_ZH} from '../zh/files.ts';

/** English messages of the files beside the page: workbook, Markdown. */
export const FILES_EN = {
  bookCover: 'Cover',
  bookSheet: 'sheet',
  bookTable: 'CSV file with the same table',
  bookRows: 'rows',
  bookCut: 'more rows or columns than a sheet can hold: the first stand here, all in the CSV file',
  markdownCut: '{all} rows, of which the first {shown} stand here; all in {file}.',
  markdownFiles: 'Files',
  markdownRows: '{count} rows',
  markdownFeatures: '{count} features',
} as const satisfies Record<keyof typeof FILES_ZH, string>;
