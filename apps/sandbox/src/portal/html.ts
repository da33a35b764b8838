/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | readonly Html[];

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const written = (part: Part): string => {
  if (part instanceof Html) return part.text;
  return typeof part === 'object' ? part.map(({ text }) => text).join('') : escaped(String(part));
};

/** A template whose values are escaped, unless they are HTML themselves. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(texts.map((text, at) => text + (at < parts.length ? written(parts[at] ?? '') : '')).join(''));

export const nothing = new Html('');

/** A whole page of the portal. */
export const page = (title: string, body: Html, language = 'en'): string =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          body {
            font:
              16px/1.5 system-ui,
              sans-serif;
            max-width: 40rem;
            margin: 2rem auto;
            padding: 0 1rem;
            color: #1b1f24;
          }
          label {
            display: block;
            margin-top: 1rem;
          }
          input:not([type='checkbox']),
          select,
          textarea {
            display: block;
            width: 100%;
            font: inherit;
            padding: 0.4rem;
          }
          button {
            margin-top: 1.5rem;
            font: inherit;
            padding: 0.5rem 1.2rem;
          }
          .error {
            border-left: 0.3rem solid #b42318;
            padding: 0.5rem 1rem;
          }
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        ${body}
      </body>
    </html> `.text;
