/**
 * The notice as plain text, in every language. Logic-less (mustache): what is absent is left out or said to be missing,
 * and every word comes from the view.
 */
export const textTemplate = `{{#head}}
{{label}}{{value}}
{{/head}}

{{title}}

{{salutation}}

{{opening}}


{{heading.rightsHolder}}

{{#rightsHolder}}
{{indent}}{{label}}{{value}}
{{/rightsHolder}}


{{heading.rights}}
{{#rights}}

{{indent}}{{number}} {{text}}
{{#lines}}
{{indent}}    {{label}}{{value}}
{{/lines}}
{{/rights}}
{{^rights}}

{{indent}}{{absent.rights}}
{{/rights}}


{{heading.listings}}
{{#listings}}

{{indent}}{{number}} {{text}}
{{#lines}}
{{indent}}    {{label}}{{value}}
{{/lines}}
{{/listings}}
{{^listings}}

{{indent}}{{absent.listings}}
{{/listings}}


{{heading.infringement}}

{{indent}}{{allegation}}
{{#goods}}

{{indent}}{{.}}
{{/goods}}
{{#explanation}}

{{indent}}{{inDetail}}

{{#lines}}
{{.}}
{{/lines}}
{{/explanation}}


{{heading.evidence}}

{{#evidence}}
{{indent}}{{number}} {{text}}
{{#lines}}
{{indent}}    {{label}}{{value}}
{{/lines}}
{{/evidence}}
{{^evidence}}
{{indent}}{{absent.evidence}}
{{/evidence}}


{{heading.request}}

{{indent}}{{request}}

{{indent}}{{forwarding}}


{{heading.answer}}

{{indent}}{{asked}}
{{#questions}}
{{indent}}{{.}}
{{/questions}}


{{heading.statements}}

{{#statements}}
{{indent}}{{number}} {{text}}
{{/statements}}
{{^statements}}
{{indent}}{{absent.statements}}
{{/statements}}


{{heading.signature}}

{{#signature}}
{{indent}}{{.}}
{{/signature}}
{{^signature}}
{{indent}}{{absent.signature}}
{{/signature}}

{{#contact}}
{{indent}}{{label}}{{value}}
{{/contact}}

{{#foot}}
{{label}}{{value}}
{{/foot}}
`;
