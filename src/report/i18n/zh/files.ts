/** Chinese messages of the files beside the page: workbook, Markdown. */
export const FILES_ZH = {
  bookCover: '封面',
  bookSheet: '工作表',
  bookTable: '同内容的 CSV 文件',
  bookRows: '行数',
  bookCut: '行数或列数超过工作表上限，此处只列前面部分；全部内容见 CSV 文件',
  markdownCut: '共 {all} 行，此处列前 {shown} 行，全部见 {file}。',
  markdownFiles: '随附文件',
  markdownRows: '{count} 行',
  markdownFeatures: '{count} 个要素',
} as const satisfies Readonly<Record<string, string>>;
