import type {Provenance} from '../../analysis/rows.ts';
import {COLOR} from '../svg/palette.ts';

/**
 * A4 upright. Maps, cards and rows are not torn, a heading stays with what follows it, heads of tables are
 * repeated, figures do not break, and what scrolls on a screen is shown whole. A section without a table or
 * figure gets no page of its own.
 */
export const PRINT = `
@page{size:A4;margin:14mm 12mm 16mm}
@media print{
body{background:#fff;font-size:9.5pt;line-height:1.5}
header,main,footer{max-width:none;padding:0}
header{border-top:0}
.switch{display:none}
p.paper{display:block}
h1{font-size:20pt;margin:6mm 0 3mm}
nav{padding:2mm 0 0;font-size:9.5pt}
nav ol{columns:3}
section{break-before:page}
#cover,#findings,#profile,#density,#detour,#gateways,#provenance,section:not(:has(table,figure)),section:not(:has(table,figure))+section{break-before:auto}
article.project~article.project{break-before:page}
article.project{font-size:8.5pt;line-height:1.4;border-top:0;margin-top:0}
article.project h3{margin:2mm 0 1mm}
article.project h4{margin:1mm 0 0}
article.project p{margin:.6mm 0}
#projects>p{margin:0;font-size:8.5pt;line-height:1.35}
article.project :is(figure,.scroll,ul.notes,dl.facts){margin:1mm 0}
article.project ul.notes{columns:2;column-gap:6mm;font-size:7.5pt;line-height:1.3}
article.project ul.notes li{break-inside:avoid}
article.project table{font-size:7.5pt}
article.project td.long{width:48%}
article.project :is(th,td){padding:1px 4px}
.sheet{grid-template-columns:88mm minmax(0,1fr);gap:2mm 4mm}
.sheet figure svg.map{width:auto;max-height:52mm}
.sheet dl.facts{font-size:8pt;gap:1px 8px}
.sheet a.see{font-size:8pt}
h2{break-after:avoid;font-size:14pt;padding-top:3mm}
h3{font-size:11pt;margin:4mm 0 1.5mm}
h3,h4,caption,figcaption,.heatkey,p:has(+.scroll){break-after:avoid}
figure,.card,tr,ol.findings>li,.banner,dl.facts>div{break-inside:avoid}
.scroll,figure{overflow:visible}
figure svg.map.wide{width:auto;max-height:150mm}
figure svg.chart{width:100%}
svg .plate{fill-opacity:.78}
svg.map text[paint-order]{stroke:none}
table{font-size:8pt;line-height:1.35}
th,td{padding:2px 4px}
th{min-width:3.1em;line-height:1.25}
td.long{min-width:24%;width:34%}
table:has(thead th:nth-child(8)){font-size:7.5pt}
table:has(thead th:nth-child(10)){font-size:7pt}
table:has(thead th:nth-child(8)) :is(th,td){padding:2px 3px}
table:has(thead th:nth-child(8)) td.long{min-width:16%;width:22%}
table:has(th.long~th.long~th.long) td.long{min-width:12%;width:auto}
td.name .tag{display:block}
:is(#table-project-sources,#table-parameters){table-layout:fixed;font-size:7pt}
:is(#table-project-sources,#table-parameters) td{min-width:0;width:auto;overflow-wrap:anywhere}
#table-project-sources th:nth-child(1){width:21%}
#table-project-sources th:nth-child(2){width:12%}
#table-project-sources th:is(:nth-child(3),:nth-child(4),:nth-child(6)){width:10%}
#table-portfolio-sizes td.long{width:60%}
#table-parameters th:nth-child(1){width:24%}
#table-parameters th:nth-child(2){width:26%}
#table-parameters td code{overflow-wrap:break-word}
.columns{columns:2;column-gap:5mm}
.columns .scroll{margin:1mm 0 3mm}
.columns table{font-size:6.8pt;line-height:1.3}
.columns table :is(th,td){padding:1px 2.5px;min-width:0}
.columns #table-detour :is(th,td):is(.long,:nth-child(6),:nth-child(7)){display:none}
.columns #table-detour td.name{white-space:normal;word-break:keep-all}
.columns #table-detour td.text{min-width:0}
.columns #table-detour th{font-size:6.3pt}
.columns #table-detour :is(.tag,th:last-child)>*{display:none}
.columns #table-detour .tag.border::before{content:'‖'}
.columns #table-detour .tag.edge::before{content:'⊣'}
.columns code{font-size:6.3pt}
.matrix :is(th,td){padding:1.5px 3px;min-width:0}
.matrix.upright{font-size:7pt;line-height:1.2}
.matrix.upright :is(th,td){padding:.5px 3px}
.matrix.synergy:has(thead th:nth-child(9)) :is(th,td){white-space:normal;overflow-wrap:anywhere}
.matrix.synergy td{font-size:7pt;white-space:normal}
.matrix.synergy th[scope=row]{min-width:8em}
.tag{white-space:normal;border:0;padding:0;margin:0;font-size:7pt}
.columns .tag .zh,.matrix.synergy td .zh{white-space:nowrap}
.card{font-size:8pt;line-height:1.3}
.card h3{font-size:10pt}
.card h4{font-size:8.5pt;margin:2px 0 0}
.card p{margin:1mm 0}
thead{display:table-header-group;break-after:avoid}
tbody tr:nth-child(-n+3),p.trace{break-before:avoid}
ol.findings>li{font-size:10pt;padding:4px 8px 4px 40px}
ol.findings>li::before{top:4px;width:20px;height:20px;line-height:20px;font-size:9pt}
.js .sortable th::after{content:none!important}
tbody tr:hover td{box-shadow:none}
.pair{grid-template-columns:1fr 1fr;gap:2mm 6mm}
.pair>*{break-inside:avoid}
.pair ul.notes{font-size:8pt;line-height:1.35;margin:1mm 0}
.pair figure{margin:1mm 0}
.pair figure svg.map{width:auto;max-height:48mm}
.card{grid-template-columns:58mm 1fr;gap:0 4mm;padding:1mm 3mm;margin:1mm 0}
.card figure svg.map{width:auto;max-height:46mm}
.card dl.facts{gap:0 12px;margin:1mm 0}
p.trace,p.print,ul.key,.card ul.key{font-size:7pt;line-height:1.35;margin-top:1px}
p.trace code{font-size:6.8pt}
a{color:inherit;text-decoration:none}
a.see{color:${COLOR.muted}}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;

/** The line at the foot of every printed page: what made it, what day it shows, and the page of how many. */
export function runningFoot({version, asOf, dataDate, schematic}: Provenance): string {
  const day = asOf ?? dataDate;
  const parts = [
    `guantong ${version}`,
    ...(day === null ? [] : [day]),
    ...(schematic ? ['示意数据 schematic sample'] : []),
  ];
  // only what cannot end a string of the style sheet
  const line = parts.join(' · ').replace(/[^\p{L}\p{N} .·+-]/gu, '');
  const look = `font:7.5pt sans-serif;color:${COLOR.muted}`;
  return `@page{@bottom-left{content:"${line}";${look}}@bottom-right{content:counter(page) " / " counter(pages);${look}}}`;
}
