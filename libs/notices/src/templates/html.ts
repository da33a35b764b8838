/**
 * Fonts of the reader's own machine and nothing from elsewhere. Long addresses break anywhere, so that a page 390 pixels
 * wide needs no scrolling sideways; on paper a heading stays with what follows it. Mail programs that drop the style show
 * the same words in the same order.
 */
const style = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 42rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 1.5rem 0 1rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 0.5rem; }
p, dl { margin: 0 0 0.5rem; }
dt, dd { display: inline; margin: 0; }
dt { font-weight: 600; }
.entry { margin: 0 0 1rem; }
.entry p { margin: 0; }
.entry dl { margin: 0 0 0 1.5rem; }
.detail { white-space: pre-wrap; }
@media print {
  main { max-width: none; padding: 0; }
  h1, h2 { break-after: avoid; }
  .entry { break-inside: avoid; }
  a { color: inherit; }
}
`;

/** Lines, each a label and its value; nothing where there are none. */
const lines = (name: string): string => `{{#${name}.length}}
<dl>
{{#${name}}}
<div><dt>{{label}}</dt><dd>{{value}}</dd></div>
{{/${name}}}
</dl>
{{/${name}.length}}`;

/** Numbered entries. An address is a link only where it is one of the web; its text is the address itself. */
const entries = (name: string): string => `{{#${name}}}
<div class="entry">
<p>{{number}} {{#href}}<a href="{{.}}" rel="nofollow noreferrer">{{text}}</a>{{/href}}{{^href}}{{text}}{{/href}}</p>
${lines('lines')}
</div>
{{/${name}}}
{{^${name}}}
<p>{{absent.${name}}}</p>
{{/${name}}}`;

/**
 * The notice as a small HTML document, in every language: the words of the text template in the same order. Logic-less
 * (mustache), and every value is escaped: two braces, never three. Nothing in it runs or is fetched, and the policy says
 * so to whatever shows it.
 */
export const htmlTemplate = `<!doctype html>
<html lang="{{tag}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{subject}}</title>
<style>${style}</style>
</head>
<body>
<main>
${lines('head')}
<h1>{{title}}</h1>
<p>{{salutation}}</p>
<p>{{opening}}</p>

<h2>{{heading.rightsHolder}}</h2>
${lines('rightsHolder')}

<h2>{{heading.rights}}</h2>
${entries('rights')}

<h2>{{heading.listings}}</h2>
${entries('listings')}

<h2>{{heading.infringement}}</h2>
<p>{{allegation}}</p>
{{#goods}}
<p>{{.}}</p>
{{/goods}}
{{#explanation}}
<p>{{inDetail}}</p>
{{#paragraphs}}
<p class="detail">{{#lines}}{{.}}<br>{{/lines}}</p>
{{/paragraphs}}
{{/explanation}}

<h2>{{heading.evidence}}</h2>
${entries('evidence')}

<h2>{{heading.request}}</h2>
<p>{{request}}</p>
<p>{{forwarding}}</p>

<h2>{{heading.answer}}</h2>
<p>{{asked}}</p>
{{#questions}}
<p>{{.}}</p>
{{/questions}}

<h2>{{heading.statements}}</h2>
${entries('statements')}

<h2>{{heading.signature}}</h2>
<p>
{{#signature}}
{{.}}<br>
{{/signature}}
{{^signature}}
{{absent.signature}}
{{/signature}}
</p>
${lines('contact')}
${lines('foot')}
</main>
</body>
</html>
`;
