import type { NoticeWords } from './notice-words.js';

// Written out, so that they can be seen: no-break space before a colon and within quotation marks, its narrow form before
// a semicolon (Lexique des règles typographiques en usage à l'Imprimerie nationale).

function period(from: string | null, to: string | null): string | null {
  if (from !== null && to !== null) return `du ${from} au ${to}`;
  if (from !== null) return `depuis le ${from}`;
  return to === null ? null : `jusqu’au ${to}`;
}

const date = (dayOfMonth: number): string => (dayOfMonth === 1 ? "d'er' LLLL yyyy" : 'd LLLL yyyy');

export const french: NoticeWords = {
  tag: 'fr',
  locale: 'fr-FR',
  dateFormat: date,
  registerDateFormat: date,
  instant: (day, time) => `${day} à ${time} UTC`,
  indent: '   ',
  colon: '\u00a0: ',
  comma: ', ',
  heading: (position, title) => `${position}. ${title}`,
  section: {
    rightsHolder: 'Titulaire des droits',
    rights: 'Droits invoqués',
    listings: 'Annonces',
    infringement: 'Motifs de l’atteinte',
    evidence: 'Preuves',
    request: 'Ce que nous vous demandons',
    answer: 'Ce que nous vous prions de nous communiquer',
    statements: 'Déclarations',
    signature: 'Signature et coordonnées',
  },
  label: {
    to: 'Destinataire',
    date: 'Date',
    reference: 'Notre référence',
    name: 'Nom',
    address: 'Adresse',
    country: 'Pays',
    representedBy: 'Représenté par',
    powerOfAttorney: 'Pouvoir',
    registration: 'Enregistrement',
    number: 'Numéro d’enregistrement',
    applicationNumber: 'Numéro de dépôt',
    office: 'Office',
    niceClasses: 'Classes de Nice',
    locarnoClasses: 'Classes de Locarno',
    covers: 'Objet couvert',
    territories: 'Territoires',
    inForce: 'En vigueur',
    registrant: 'Enregistré au nom de',
    laterOwner: 'Titulaire ultérieur',
    translation: 'Traduction',
    listingTitle: 'Titre',
    seller: 'Vendeur ou compte',
    file: 'Fichier',
    mediaType: 'Type de fichier',
    size: 'Taille',
    capturedAt: 'Capture',
    contact: 'Contact',
    phone: 'Téléphone',
    email: 'Adresse électronique',
  },
  absent: {
    rights: 'Aucun droit n’a été désigné.',
    listings: 'Aucune annonce n’a été désignée.',
    evidence:
      'La présente notification se fonde sur les annonces elles-mêmes et sur les droits désignés à la section 2.',
    statements: 'Aucune déclaration n’a été confirmée.',
    statementsUnasked: 'Les règles sur lesquelles se fonde la présente notification n’exigent aucune déclaration.',
    signature: 'Non signé.',
  },
  quoted: (reference) => `${reference} (à rappeler dans toute réponse)`,
  title: (matter) => `Notification pour ${matter}`,
  salutation: (platform) =>
    `${platform}, à l’attention du service chargé des réclamations en matière de propriété intellectuelle\u00a0:`,
  opening: ({ rightsHolder, listings, basis }) =>
    `Agissant pour ${rightsHolder} (ci-après le «\u00a0Titulaire\u00a0»), nous vous notifions qu’il est porté atteinte aux droits désignés à la section 2 par les annonces désignées à la section 3 (${listings} au total). La présente notification se fonde sur ${basis}.`,
  listings: (count) => (count < 2 ? `${count} annonce` : `${count} annonces`),
  subject: ({ matter, listings, rightsHolder, reference }) =>
    `Notification pour ${matter}\u00a0: ${listings}, ${rightsHolder} [${reference}]`,
  matter: {
    counterfeit: 'offre de produits contrefaisants',
    'trademark-use': 'atteinte à une marque',
    'copyright-copy': 'atteinte au droit d’auteur',
    design: 'atteinte à un dessin ou modèle',
    patent: 'atteinte à un brevet',
    circumvention: 'contournement de mesures techniques de protection',
  },
  allegation: {
    counterfeit:
      'Les produits offerts sont contrefaisants. Ils portent, sans autorisation, un signe identique à la marque désignée à la section 2, ou qui ne peut en être distingué dans ses aspects essentiels, et ne proviennent ni du Titulaire ni d’une personne agissant avec son consentement.',
    'trademark-use':
      'Les annonces font usage dans la vie des affaires, sans le consentement du Titulaire, de la marque désignée à la section 2 ou d’un signe qui lui est similaire au point de créer, dans l’esprit des acheteurs, un risque de confusion sur l’origine des produits.',
    'copyright-copy':
      'Le contenu reproduit ou met à disposition, en tout ou pour une part substantielle, l’œuvre désignée à la section 2, sans l’autorisation du titulaire du droit d’auteur, de son mandataire ou de la loi.',
    design:
      'Les produits offerts incorporent, sans le consentement du Titulaire, le dessin ou modèle désigné à la section 2, ou un dessin ou modèle qui n’en diffère pas dans l’impression d’ensemble.',
    patent:
      'Les produits offerts mettent en œuvre, sans le consentement du Titulaire, l’invention protégée par le brevet désigné à la section 2.',
    circumvention:
      'Le contenu contourne les mesures techniques qui protègent l’œuvre désignée à la section 2, ou est conçu ou offert pour les contourner, sans l’autorisation du titulaire du droit d’auteur.',
  },
  rightKind: {
    trademark: 'Marque',
    copyright: 'Œuvre (droit d’auteur)',
    design: 'Dessin ou modèle',
    patent: 'Brevet',
  },
  registration: {
    pending: 'demandé, pas encore enregistré',
    unregistered: 'non enregistré\u202f; un droit non enregistré est invoqué',
  },
  classes: (numbers) => numbers.join(', '),
  goods: (classes) => `Les produits offerts relèvent des classes de Nice suivantes\u00a0: ${classes}.`,
  union: { BX: 'Benelux', OA: 'États membres de l’OAPI' },
  period,
  power: ({ period: valid, rights }) => (rights === null ? valid : `${valid}, pour les droits ${rights}`),
  owner: ({ owner, since, recordedAs }) =>
    `${owner}${since === null ? '' : `, depuis le ${since}`}${recordedAs === null ? '' : `, inscription ${recordedAs}`}`,
  translated: (title, language) => (language === null ? title : `${title} (${language})`),
  inDetail: 'En détail\u00a0:',
  request: {
    remove:
      'Nous vous prions de retirer sans retard injustifié chacune des annonces désignées à la section 3, ou d’en rendre l’accès impossible.',
    disable:
      'Nous vous prions de retirer sans retard injustifié le contenu qui se trouve à chacune des adresses de la section 3, ou d’en rendre l’accès impossible.',
    delist:
      'Nous vous prions de retirer sans retard injustifié de votre index et de vos résultats chacune des adresses de la section 3.',
    investigate:
      'Nous vous prions d’accuser réception du présent signalement, d’enquêter sans tarder et de prendre les mesures que permettent la loi et votre contrat avec le titulaire du nom de domaine. Nous nous adressons à vous au titre de l’obligation de recevoir les signalements d’abus et d’enquêter à leur sujet. Nous ne prétendons pas que les noms de domaine servent à une utilisation malveillante du DNS (DNS Abuse) au sens de votre contrat d’accréditation.',
    forward:
      'Nous vous prions de transmettre la présente notification à l’hébergeur et à votre client, et de nous indiquer quel prestataire héberge le contenu qui se trouve à chacune des adresses de la section 3.',
  },
  forwarding:
    'Lorsque le droit qui vous est applicable le prévoit, nous vous prions de transmettre la présente notification au vendeur ou au titulaire du compte.',
  asked: (reference) =>
    `Nous vous prions de répondre à l’adresse d’où provient la présente notification, en rappelant ${reference}, et de nous communiquer\u00a0:`,
  questions: [
    '(a) la réception de la présente notification et votre propre numéro de dossier\u202f;',
    '(b) votre décision sur chaque annonce, selon son numéro à la section 3\u202f;',
    '(c) pour chaque annonce que vous maintenez, les faits et la loi ou la règle sur lesquels repose votre décision\u202f;',
    '(d) ce que nous devrions modifier ou ajouter pour que la notification aboutisse\u202f;',
    '(e) comment et par qui votre décision peut être réexaminée, et dans quel délai nous devons le demander.',
  ],
  signature: ({ name, capacity, date: day }) => [
    `Signé\u00a0: ${name}`,
    capacity === null ? name : `${name}, ${capacity}`,
    `Le ${day}`,
  ],
  basis: (name) => name,
};
