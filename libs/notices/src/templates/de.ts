import type { NoticeWords } from './notice-words.js';

function period(from: string | null, to: string | null): string | null {
  if (from !== null && to !== null) return `vom ${from} bis zum ${to}`;
  if (from !== null) return `seit dem ${from}`;
  return to === null ? null : `bis zum ${to}`;
}

const date = (): string => 'd. LLLL yyyy';

export const german: NoticeWords = {
  tag: 'de',
  locale: 'de-DE',
  dateFormat: date,
  registerDateFormat: date,
  instant: (day, time) => `${day}, ${time} Uhr UTC`,
  indent: '   ',
  colon: ': ',
  comma: ', ',
  heading: (position, title) => `${position}. ${title}`,
  section: {
    rightsHolder: 'Rechteinhaber',
    rights: 'Geltend gemachte Rechte',
    listings: 'Angebote',
    infringement: 'Worin die Verletzung liegt',
    evidence: 'Nachweise',
    request: 'Worum wir Sie bitten',
    answer: 'Worüber wir Auskunft erbitten',
    statements: 'Erklärungen',
    signature: 'Unterschrift und Kontakt',
  },
  label: {
    to: 'An',
    date: 'Datum',
    reference: 'Unser Zeichen',
    name: 'Name',
    address: 'Anschrift',
    country: 'Land',
    representedBy: 'Vertreten durch',
    powerOfAttorney: 'Vollmacht',
    registration: 'Eintragung',
    number: 'Registernummer',
    applicationNumber: 'Anmeldenummer',
    office: 'Amt',
    niceClasses: 'Nizza-Klassen',
    locarnoClasses: 'Locarno-Klassen',
    covers: 'Umfasst',
    territories: 'Schutzgebiete',
    inForce: 'In Kraft',
    registrant: 'Eingetragen für',
    laterOwner: 'Späterer Inhaber',
    translation: 'Übersetzung',
    listingTitle: 'Titel',
    seller: 'Verkäufer oder Konto',
    file: 'Datei',
    mediaType: 'Dateityp',
    size: 'Größe',
    capturedAt: 'Aufgenommen',
    contact: 'Kontakt',
    phone: 'Telefon',
    email: 'E-Mail',
  },
  absent: {
    rights: 'Es ist kein Recht benannt.',
    listings: 'Es ist kein Angebot benannt.',
    evidence: 'Diese Meldung stützt sich auf die Angebote selbst und auf die in Abschnitt 2 bezeichneten Rechte.',
    statements: 'Es ist keine Erklärung bestätigt.',
    statementsUnasked: 'Die Vorschriften, auf denen diese Meldung beruht, verlangen keine Erklärung.',
    signature: 'Nicht unterschrieben.',
  },
  quoted: (reference) => `${reference} (bitte in jeder Antwort angeben)`,
  title: (matter) => `Meldung ${matter}`,
  salutation: (platform) =>
    `An die für Beschwerden über die Verletzung geistigen Eigentums zuständige Stelle bei ${platform}:`,
  opening: ({ rightsHolder, listings, basis }) =>
    `Für ${rightsHolder} (im Folgenden „Rechteinhaber“) zeigen wir Ihnen an, dass die in Abschnitt 2 bezeichneten Rechte durch die in Abschnitt 3 bezeichneten Angebote (insgesamt ${listings}) verletzt werden. Grundlage dieser Meldung: ${basis}.`,
  listings: (count) => (count === 1 ? '1 Angebot' : `${count} Angebote`),
  subject: ({ matter, listings, rightsHolder, reference }) =>
    `Meldung ${matter}: ${listings}, ${rightsHolder} [${reference}]`,
  matter: {
    counterfeit: 'gefälschter Waren',
    'trademark-use': 'einer Markenverletzung',
    'copyright-copy': 'einer Urheberrechtsverletzung',
    design: 'einer Designverletzung',
    patent: 'einer Patentverletzung',
    circumvention: 'einer Umgehung technischer Schutzmaßnahmen',
  },
  allegation: {
    counterfeit:
      'Die angebotenen Waren sind Fälschungen. Sie tragen ohne Erlaubnis ein Zeichen, das mit der in Abschnitt 2 bezeichneten Marke identisch oder in seinen wesentlichen Merkmalen nicht von ihr zu unterscheiden ist, und stammen weder vom Rechteinhaber noch von jemandem, der mit dessen Zustimmung handelt.',
    'trademark-use':
      'Die Angebote benutzen im geschäftlichen Verkehr ohne Zustimmung des Rechteinhabers die in Abschnitt 2 bezeichnete Marke oder ein ihr so ähnliches Zeichen, dass für Käufer die Gefahr besteht, über die Herkunft der Waren zu irren.',
    'copyright-copy':
      'Die Inhalte geben das in Abschnitt 2 bezeichnete Werk ganz oder zu einem wesentlichen Teil wieder oder machen es zugänglich, ohne dass der Inhaber des Urheberrechts, sein Vertreter oder das Gesetz dies gestattet.',
    design:
      'Die angebotenen Erzeugnisse verkörpern ohne Zustimmung des Rechteinhabers das in Abschnitt 2 bezeichnete Design oder eines, das sich in seinem Gesamteindruck nicht von ihm unterscheidet.',
    patent:
      'Die angebotenen Erzeugnisse machen ohne Zustimmung des Rechteinhabers von der Erfindung Gebrauch, die durch das in Abschnitt 2 bezeichnete Patent geschützt ist.',
    circumvention:
      'Die Inhalte umgehen die technischen Maßnahmen, die das in Abschnitt 2 bezeichnete Werk schützen, oder sind zu deren Umgehung hergestellt oder angeboten, ohne dass der Inhaber des Urheberrechts dies gestattet.',
  },
  rightKind: { trademark: 'Marke', copyright: 'Werk (Urheberrecht)', design: 'Design', patent: 'Patent' },
  registration: {
    pending: 'angemeldet, noch nicht eingetragen',
    unregistered: 'nicht eingetragen; geltend gemacht wird ein nicht eingetragenes Recht',
  },
  classes: (numbers) => numbers.join(', '),
  goods: (classes) => `Die angebotenen Waren fallen in folgende Nizza-Klassen: ${classes}.`,
  union: { BX: 'Benelux', OA: 'Mitgliedstaaten der OAPI' },
  period,
  power: ({ period: valid, rights }) => (rights === null ? valid : `${valid}, für die Rechte ${rights}`),
  owner: ({ owner, since, recordedAs }) =>
    `${owner}${since === null ? '' : `, seit dem ${since}`}${recordedAs === null ? '' : `, vermerkt unter ${recordedAs}`}`,
  translated: (title, language) => (language === null ? title : `${title} (${language})`),
  inDetail: 'Im Einzelnen:',
  request: {
    remove:
      'Bitte entfernen Sie unverzüglich jedes in Abschnitt 3 bezeichnete Angebot oder sperren Sie den Zugang zu ihm.',
    disable:
      'Bitte entfernen Sie unverzüglich die Inhalte unter jeder in Abschnitt 3 genannten Adresse oder sperren Sie den Zugang zu ihnen.',
    delist:
      'Bitte entfernen Sie unverzüglich jede in Abschnitt 3 genannte Adresse aus Ihrem Index und Ihren Ergebnissen.',
    investigate:
      'Bitte bestätigen Sie den Eingang dieser Meldung, gehen Sie ihr umgehend nach und ergreifen Sie die Maßnahmen, die das Gesetz und Ihr Vertrag mit dem Domaininhaber zulassen. Wir wenden uns an Sie aufgrund der Pflicht, Missbrauchsmeldungen entgegenzunehmen und zu untersuchen. Wir behaupten nicht, dass die Domainnamen für DNS-Missbrauch (DNS Abuse) im Sinne Ihrer Akkreditierungsvereinbarung benutzt werden.',
    forward:
      'Bitte leiten Sie diese Meldung an den Hosting-Anbieter und an Ihren Kunden weiter und teilen Sie uns mit, welcher Anbieter die Inhalte unter jeder in Abschnitt 3 genannten Adresse bereithält.',
  },
  forwarding:
    'Soweit das für Sie geltende Recht dies vorsieht, leiten Sie diese Meldung bitte an den Verkäufer oder Kontoinhaber weiter.',
  asked: (reference) =>
    `Bitte antworten Sie unter Angabe von ${reference} an die Adresse, von der diese Meldung kommt, und teilen Sie uns mit:`,
  questions: [
    '(a) dass Sie diese Meldung erhalten haben, und Ihr eigenes Aktenzeichen;',
    '(b) Ihre Entscheidung über jedes Angebot, unter seiner Nummer in Abschnitt 3;',
    '(c) zu jedem Angebot, das Sie bestehen lassen, die Tatsachen und das Gesetz oder die Regel, auf denen Ihre Entscheidung beruht;',
    '(d) was wir ändern oder ergänzen müssten, damit die Meldung Erfolg hat;',
    '(e) wie und durch wen Ihre Entscheidung überprüft werden kann, und bis wann wir dies beantragen müssen.',
  ],
  signature: ({ name, capacity, date: day }) => [
    `gez. ${name}`,
    capacity === null ? name : `${name}, ${capacity}`,
    day,
  ],
  basis: (name) => name,
};
