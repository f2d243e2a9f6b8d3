"""The few styles that Streamlit's theme has no word for; colours follow the text colour, so that both themes fit."""

STYLES = """<style>
.stMainBlockContainer { padding: 4.3rem 1.6rem 2rem; max-width: 1900px; }
.stSidebar .stVerticalBlock { gap: .7rem; }
.geo-brand { font-size: 1.12rem; font-weight: 650; line-height: 1.25; }
.geo-brand span { display: block; font-size: .82rem; font-weight: 400; opacity: .68; }
.geo-head { display: flex; align-items: baseline; gap: .8rem; flex-wrap: wrap; }
.geo-head h1 { font-size: 1.3rem; font-weight: 650; margin: 0; padding: 0; }
.geo-head span { opacity: .72; }
.geo-card h2 { font-size: 1.12rem; font-weight: 650; line-height: 1.25; margin: 0 0 .15rem; padding: 0; overflow-wrap: anywhere; }
.geo-card .geo-kind { display: flex; gap: .45rem; align-items: center; font-size: .86rem; opacity: .85; margin-bottom: .3rem; }
.geo-card dl { display: grid; grid-template-columns: max-content 1fr; gap: .22rem .9rem; margin: .5rem 0; }
.geo-card dt { opacity: .62; } .geo-card dd { margin: 0; overflow-wrap: anywhere; }
.geo-card h3, .geo-part { font-size: .86rem; font-weight: 650; margin: .9rem 0 .25rem; padding: 0; }
.geo-card blockquote { margin: .35rem 0; padding: .05rem 0 .05rem .7rem; border-left: 2px solid color-mix(in srgb, currentColor 30%, transparent); opacity: .95; overflow-wrap: anywhere; }
.geo-card blockquote mark, .geo-report mark { background: color-mix(in srgb, var(--mark, #d9a400) 26%, transparent); color: inherit; padding: 0 .08em; border-radius: 2px; box-shadow: inset 0 -2px 0 var(--mark, #d9a400); }
.geo-card cite { display: block; font-style: normal; font-size: .82rem; opacity: .68; }
.geo-bar { display: inline-block; width: 5.2rem; height: .42rem; border-radius: 2px; background: color-mix(in srgb, currentColor 15%, transparent); vertical-align: middle; margin-right: .45rem; overflow: hidden; }
.geo-bar i { display: block; height: 100%; background: color-mix(in srgb, currentColor 62%, transparent); }
.geo-empty { border: 1px dashed color-mix(in srgb, currentColor 30%, transparent); border-radius: 4px; padding: 1.1rem 1.2rem; }
.geo-empty b { display: block; margin-bottom: .15rem; }
.geo-empty span { opacity: .75; }
.geo-report { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.62; max-width: 74ch; max-height: 62vh; overflow: auto; padding: .2rem .8rem .2rem 0; }
.geo-report .geo-aside { opacity: .55; }
.geo-keys { display: flex; flex-wrap: wrap; gap: .3rem 1rem; font-size: .86rem; margin-bottom: .5rem; }
.geo-keys i { display: inline-block; width: .9rem; height: .55rem; margin-right: .35rem; border-radius: 2px; background: color-mix(in srgb, var(--mark) 40%, transparent); box-shadow: inset 0 -2px 0 var(--mark); }
@media (max-width: 640px) { .stMainBlockContainer { padding: 3.6rem .8rem 1.5rem; } }
</style>"""
