/** The English notice. Logic-less: every choice was made in notice-view.ts; blocks only repeat or leave out. */
export const englishNotice = `To: {{platform}}
Date: {{date}}
Our reference: {{reference}} (please quote it in every answer)

Notice of {{matter}}

To the team handling intellectual property complaints at {{platform}}:

For {{rightsHolder.name}} (the "Rights Holder"), we give notice that the rights identified in section 2 are infringed by the {{listingsCounted}} identified in section 3. This notice is given under {{basis}}.


1. Rights Holder

   Name: {{rightsHolder.name}}
{{#rightsHolder.address}}
   Address: {{.}}
{{/rightsHolder.address}}
{{#rightsHolder.countryName}}
   Country: {{.}}
{{/rightsHolder.countryName}}


2. Rights relied on
{{#rights}}

   2.{{position}} {{kindName}}: {{title}}
{{#number}}
       Registration number: {{.}}
{{/number}}
{{#office}}
       Office: {{.}}
{{/office}}
{{#classesNamed}}
       Nice classes: {{.}}
{{/classesNamed}}
{{#validity}}
       In force: {{.}}
{{/validity}}
{{/rights}}
{{^rights}}

   No right has been named.
{{/rights}}


3. Listings
{{#listings}}

   3.{{position}} {{url}}
{{#title}}
       Title: {{.}}
{{/title}}
{{#seller}}
       Seller or account: {{.}}
{{/seller}}
{{/listings}}
{{^listings}}

   No listing has been named.
{{/listings}}


4. Why they infringe

   {{allegation}}
{{#explanationLines.length}}

   In detail:

{{#explanationLines}}
{{.}}
{{/explanationLines}}
{{/explanationLines.length}}


5. Evidence

{{#evidence}}
   5.{{position}} {{url}}
{{/evidence}}
{{^evidence}}
   This notice rests on the listings themselves and on the rights in section 2.
{{/evidence}}


6. What we ask you to do

   {{request}}

   Where the law that applies to you provides for it, please pass this notice on to the seller or account holder.


7. What we ask you to tell us

   Please answer to the address this notice came from, quoting {{reference}}, and tell us
   (a) that you have received this notice, and your own case number;
   (b) your decision on each listing, by its number in section 3;
   (c) for each listing you leave in place, the facts and the law or rule on which your decision rests;
   (d) what we would have to change or add for the notice to succeed;
   (e) how your decision can be reviewed, by whom, and by when we must ask for it.


8. Statements

{{#statements}}
   8.{{position}} {{wording}}
{{/statements}}
{{^statements}}
   No statement has been confirmed.
{{/statements}}


9. Signature and contact

{{#signature}}
   /s/ {{name}}
   {{name}}{{#capacity}}, {{.}}{{/capacity}}
   {{date}}
{{/signature}}
{{^signature}}
   Not signed.
{{/signature}}

{{#contact.name}}
   Contact: {{.}}
{{/contact.name}}
{{#contact.address}}
   Address: {{.}}
{{/contact.address}}
{{#contact.phone}}
   Telephone: {{.}}
{{/contact.phone}}
{{#contact.email}}
   E-mail: {{.}}
{{/contact.email}}

Our reference: {{reference}}
`;
