import {COLOR} from '../svg/palette.ts';
import {PRINT} from './print-style.ts';

export {runningFoot} from './print-style.ts';

/** The page's style sheet: system fonts, one column of 1040 px, A4 when printed. */
export const STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;color:${COLOR.ink};background:#f1f3f4;font:15px/1.65 system-ui,-apple-system,'Segoe UI','PingFang SC','Hiragino Sans GB','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC','WenQuanYi Micro Hei',sans-serif;overflow-wrap:break-word}
.en{display:none}
#lang-en:checked~* .en{display:inline}
#lang-en:checked~* .zh{display:none}
.lang{position:absolute;opacity:0;width:1px;height:1px}
header,main,footer{max-width:1040px;margin:0 auto;padding:0 24px;background:#fff}
header{padding-top:28px;border-top:6px solid ${COLOR.blue}}
h1{font-size:27px;line-height:1.3;margin:0 0 6px}
h2{font-size:21px;margin:0 0 10px;padding-top:26px;border-bottom:2px solid ${COLOR.ink};padding-bottom:4px}
h3{font-size:16.5px;margin:24px 0 6px}
p{margin:6px 0 10px;max-width:60em}
.switch{float:right;font-size:14px}
.switch label{display:inline-block;padding:2px 10px;border:1px solid ${COLOR.muted};cursor:pointer;background:#fff;color:${COLOR.ink}}
.switch label:first-child{border-radius:4px 0 0 4px}
.switch label:last-child{border-radius:0 4px 4px 0;border-left:0}
#lang-zh:checked~header label[for=lang-zh],#lang-en:checked~header label[for=lang-en]{background:${COLOR.ink};color:#fff}
#lang-zh:focus-visible~header label[for=lang-zh],#lang-en:focus-visible~header label[for=lang-en]{outline:3px solid ${COLOR.orange};outline-offset:1px}
.banner{border:1.5px solid ${COLOR.red};border-left-width:8px;background:#fdf3f1;color:#8a1f10;padding:6px 12px;margin:10px 0;font-weight:600;max-width:none}
.banner.small{font-size:12.5px;padding:1px 8px;border-width:1px 1px 1px 5px;display:inline-block;margin:0 0 8px}
nav{margin:12px 0 0;padding:8px 0 14px;font-size:14px}
nav p.toc{font-weight:600;margin:0 0 2px}
nav ol{list-style:none;margin:0;padding:0;columns:4;column-gap:24px}
nav li{break-inside:avoid;padding:2px 0}
.n{display:inline-block;min-width:1.5em;color:${COLOR.blue};font-weight:700;font-variant-numeric:tabular-nums}
section{scroll-margin-top:8px}
a{color:#00568a}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:4px 18px;margin:8px 0}
dl.facts dt{color:${COLOR.muted}}
dl.facts dd{margin:0}
ol.findings{padding-left:0;list-style:none;counter-reset:f;margin:8px 0}
ol.findings>li{counter-increment:f;position:relative;padding:8px 10px 8px 48px;border-bottom:1px solid ${COLOR.faint};font-size:16px}
a.see{white-space:nowrap;font-size:13px}
ol.findings>li::before{content:counter(f);position:absolute;left:8px;top:10px;width:26px;height:26px;line-height:26px;text-align:center;border-radius:50%;background:${COLOR.blue};color:#fff;font-weight:700;font-size:14px}
.scroll{overflow-x:auto;margin:8px 0 16px}
table{border-collapse:collapse;font-size:13.5px;line-height:1.45;width:100%;font-variant-numeric:tabular-nums}
caption.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);padding:0}
caption{text-align:left;font-weight:600;padding:4px 0;color:${COLOR.muted}}
th,td{padding:5px 8px;border-bottom:1px solid ${COLOR.faint};vertical-align:top;text-align:left}
th{border-bottom:2px solid ${COLOR.muted};vertical-align:bottom;font-weight:600;background:#f6f7f8}
th.number,td.number{text-align:right}
td.number,td.name{white-space:nowrap}
td.text .tag{margin-bottom:2px}
td.long{min-width:15em}
td.text{min-width:4.5em}
tr.marked td:first-child{box-shadow:inset 4px 0 0 ${COLOR.blue};font-weight:600}
tr.total td{font-weight:600;border-top:2px solid ${COLOR.muted}}
.js .sortable th{cursor:pointer}
.js .sortable th::after{content:' ↕';color:#8b96a0;font-weight:400}
.js .sortable th[aria-sort=ascending]::after{content:' ↑';color:${COLOR.ink}}
.js .sortable th[aria-sort=descending]::after{content:' ↓';color:${COLOR.ink}}
.matrix td,.matrix th{text-align:center;white-space:nowrap}
.matrix th{background:none;border-bottom:1px solid ${COLOR.faint}}
.matrix.upright thead th{writing-mode:vertical-rl;text-align:right;vertical-align:bottom}
.matrix.upright :is(th,td){padding:4px 5px}
p.paper{display:none}
.matrix.synergy th[scope=row]{text-align:left;white-space:normal;min-width:13em}
.nb{white-space:nowrap}
.matrix.synergy td{font-size:12px}
article.project{border-top:2px solid ${COLOR.faint};margin-top:22px}
.heatkey span.step{display:inline-block;padding:0 9px;font-variant-numeric:tabular-nums;font-size:13px}
p.trace{font-size:12px;line-height:1.5;color:${COLOR.muted};margin:3px 0 0;max-width:none}
p.trace code{font-size:11.5px}
figure{margin:10px 0 20px;overflow-x:auto}
figure .scroll{margin:0}
ul.key{list-style:none;margin:6px 0 0;padding:0;display:flex;flex-wrap:wrap;gap:0 14px;font-size:12.5px;line-height:1.6}
ul.key svg.sign{display:inline-block;vertical-align:-2px;max-width:none}
p.print{font-size:11.5px;line-height:1.5;color:${COLOR.muted};margin:2px 0 0;max-width:none}
figure svg{display:block;max-width:100%;height:auto}
figcaption{font-weight:600;font-size:14px;margin:0 0 4px}
.sheet{display:grid;grid-template-columns:480px minmax(0,1fr);gap:4px 20px;align-items:start}
.sheet dl.facts{grid-template-columns:minmax(4em,34%) 1fr}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:8px 20px;align-items:start}
.card{border:1px solid ${COLOR.faint};border-radius:6px;padding:10px 14px;margin:12px 0;display:grid;grid-template-columns:330px 1fr;gap:4px 20px}
.card h3,.card.wide{grid-column:1/-1;margin:0}
.card.wide{display:block;margin:12px 0}
.card figure{margin:4px 0}
.card ul.key{margin:4px 0 0;padding:0;font-size:11.5px}
tbody tr:hover td{box-shadow:inset 0 1px 0 ${COLOR.muted},inset 0 -1px 0 ${COLOR.muted}}
.card ul{margin:2px 0 6px;padding-left:20px}
.card h4{margin:8px 0 2px;font-size:14px}
ul.notes{padding-left:20px;margin:6px 0}
.warn{color:#8a1f10;font-weight:600}
.swatch{display:inline-block;width:22px;height:10px;margin-left:8px}
.dim{color:${COLOR.muted}}
.tag{display:inline-block;border:1px solid ${COLOR.muted};border-radius:3px;padding:0 5px;font-size:12px;margin-right:4px;white-space:nowrap}
.tag.gained{border-color:${COLOR.red};color:${COLOR.red}}
code{font:12.5px ui-monospace,'Cascadia Mono',Menlo,Consolas,'Noto Sans Mono CJK SC',monospace;overflow-wrap:anywhere}
footer{padding-top:20px;padding-bottom:28px;color:${COLOR.muted};font-size:13px}
@media screen and (max-width:760px){
th{min-width:3.4em}
header,main,footer{padding-left:14px;padding-right:14px}
h1{font-size:22px}
.pair,.sheet,.card{grid-template-columns:minmax(0,1fr)}
dl.facts{grid-template-columns:1fr;gap:0}
dl.facts dd{margin-bottom:6px}
a.see{white-space:normal}
figure svg.map.wide,figure svg.chart{max-width:none}
figure svg.map.wide{width:680px}
nav ol{columns:2}
ol.findings>li{padding-left:40px;font-size:15px}
ol.findings>li::before{left:2px}
}
${PRINT}`;
