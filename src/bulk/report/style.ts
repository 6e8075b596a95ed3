/** The whole style of a report: system fonts (Vietnamese letters are in all of them), light and dark, printed in light. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1c2127; --quiet: #5b6672; --line: #d9dee4; --tint: #1f5fa8; --empty: #edf0f3; }
@media (prefers-color-scheme: dark) { :root { --paper: #14181d; --ink: #e6eaee; --quiet: #98a4b0; --line: #333b44; --tint: #6fabee; --empty: #232a31; } }
@media print { :root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --tint: #1f5fa8; --empty: #eee; } section { break-inside: avoid; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--line); }
p.quiet, .note { color: var(--quiet); margin: .25rem 0 .75rem; }
dl.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 1.25rem 0 0; }
dl.counts div { border: 1px solid var(--line); border-radius: 6px; padding: .6rem .8rem; } dt { color: var(--quiet); font-size: .85rem; } dd { margin: 0; font-size: 1.35rem; font-variant-numeric: tabular-nums; }
table { border-collapse: collapse; width: 100%; } th { font-weight: normal; text-align: left; } td, th { padding: .2rem .5rem .2rem 0; }
.bars th { width: 45%; max-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .bar { height: .85rem; min-width: 2px; border-radius: 2px; background: var(--tint); }
.number { text-align: right; width: 4.5rem; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; } .matrix th[scope=row] { max-width: 24rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .matrix td, .matrix th[scope=col] { text-align: right; min-width: 3rem; font-variant-numeric: tabular-nums; } .matrix thead th:first-child { text-align: left; color: var(--quiet); }
td.heat { background: color-mix(in srgb, var(--tint) var(--heat), var(--paper)); border-radius: 3px; padding-right: .5rem; } td.strong { color: var(--paper); }
svg { max-width: 100%; height: auto; } svg text { fill: var(--quiet); font: 11px system-ui, "Noto Sans", "DejaVu Sans", sans-serif; } .columns rect { fill: var(--tint); } .columns text { text-anchor: middle; font-size: 12px; } .columns text.value { fill: var(--ink); }
.day { fill: var(--empty); } .day.heat { fill: color-mix(in srgb, var(--tint) var(--heat), var(--paper)); } figure { margin: 0 0 1rem; } figcaption { color: var(--quiet); margin-bottom: .15rem; }
`.trim()
