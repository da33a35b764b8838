import type { NoticeWords } from './notice-words.js';

function period(from: string | null, to: string | null): string | null {
  if (from !== null && to !== null) return `del ${from} al ${to}`;
  if (from !== null) return `desde el ${from}`;
  return to === null ? null : `hasta el ${to}`;
}

const date = (): string => "d 'de' LLLL 'de' yyyy";

export const spanish: NoticeWords = {
  tag: 'es',
  locale: 'es-ES',
  dateFormat: date,
  registerDateFormat: date,
  instant: (day, time) => `${day}, ${time} UTC`,
  indent: '   ',
  colon: ': ',
  comma: ', ',
  heading: (position, title) => `${position}. ${title}`,
  section: {
    rightsHolder: 'Titular de los derechos',
    rights: 'Derechos invocados',
    listings: 'Anuncios',
    infringement: 'Motivos de la infracción',
    evidence: 'Pruebas',
    request: 'Lo que les solicitamos',
    answer: 'Lo que les rogamos que nos comuniquen',
    statements: 'Declaraciones',
    signature: 'Firma y contacto',
  },
  label: {
    to: 'Destinatario',
    date: 'Fecha',
    reference: 'Nuestra referencia',
    name: 'Nombre',
    address: 'Dirección',
    country: 'País',
    representedBy: 'Representado por',
    powerOfAttorney: 'Poder',
    registration: 'Registro',
    number: 'Número de registro',
    applicationNumber: 'Número de solicitud',
    office: 'Oficina',
    niceClasses: 'Clases de Niza',
    locarnoClasses: 'Clases de Locarno',
    covers: 'Objeto cubierto',
    territories: 'Territorios',
    inForce: 'En vigor',
    registrant: 'Registrado a nombre de',
    laterOwner: 'Titular posterior',
    translation: 'Traducción',
    listingTitle: 'Título',
    seller: 'Vendedor o cuenta',
    file: 'Archivo',
    mediaType: 'Tipo de archivo',
    size: 'Tamaño',
    capturedAt: 'Captura',
    contact: 'Contacto',
    phone: 'Teléfono',
    email: 'Correo electrónico',
  },
  absent: {
    rights: 'No se ha indicado ningún derecho.',
    listings: 'No se ha indicado ningún anuncio.',
    evidence: 'Esta notificación se basa en los propios anuncios y en los derechos identificados en la sección 2.',
    statements: 'No se ha confirmado ninguna declaración.',
    statementsUnasked: 'Las normas en las que se basa esta notificación no exigen ninguna declaración.',
    signature: 'Sin firmar.',
  },
  quoted: (reference) => `${reference} (les rogamos que la citen en toda respuesta)`,
  title: (matter) => `Notificación por ${matter}`,
  salutation: (platform) =>
    `A la atención del equipo encargado de las reclamaciones de propiedad intelectual e industrial en ${platform}:`,
  opening: ({ rightsHolder, listings, basis }) =>
    `En nombre de ${rightsHolder} (en adelante, el «Titular»), les notificamos que los derechos identificados en la sección 2 resultan infringidos por los anuncios identificados en la sección 3 (${listings} en total). Esta notificación se basa en ${basis}.`,
  listings: (count) => (count === 1 ? '1 anuncio' : `${count} anuncios`),
  subject: ({ matter, listings, rightsHolder, reference }) =>
    `Notificación por ${matter}: ${listings}, ${rightsHolder} [${reference}]`,
  matter: {
    counterfeit: 'oferta de productos falsificados',
    'trademark-use': 'infracción de marca',
    'copyright-copy': 'infracción de derechos de autor',
    design: 'infracción de diseño',
    patent: 'infracción de patente',
    circumvention: 'elusión de medidas tecnológicas de protección',
  },
  allegation: {
    counterfeit:
      'Los productos ofrecidos son falsificaciones. Llevan, sin autorización, un signo idéntico a la marca identificada en la sección 2, o que no puede distinguirse de ella en sus aspectos esenciales, y no proceden del Titular ni de nadie que actúe con su consentimiento.',
    'trademark-use':
      'Los anuncios utilizan en el tráfico económico, sin el consentimiento del Titular, la marca identificada en la sección 2 o un signo tan semejante a ella que es probable que los compradores se confundan sobre la procedencia de los productos.',
    'copyright-copy':
      'El material reproduce o pone a disposición, en todo o en parte sustancial, la obra identificada en la sección 2, sin autorización del titular de los derechos de autor, de su representante ni de la ley.',
    design:
      'Los productos ofrecidos incorporan, sin el consentimiento del Titular, el diseño identificado en la sección 2, o uno que no difiere de él en su impresión general.',
    patent:
      'Los productos ofrecidos hacen uso, sin el consentimiento del Titular, de la invención protegida por la patente identificada en la sección 2.',
    circumvention:
      'El material elude las medidas tecnológicas que protegen la obra identificada en la sección 2, o se ha creado o se ofrece para eludirlas, sin autorización del titular de los derechos de autor.',
  },
  rightKind: { trademark: 'Marca', copyright: 'Obra (derechos de autor)', design: 'Diseño', patent: 'Patente' },
  registration: {
    pending: 'solicitado, aún no registrado',
    unregistered: 'no registrado; se invoca un derecho no registrado',
  },
  classes: (numbers) => numbers.join(', '),
  goods: (classes) => `Los productos ofrecidos pertenecen a las siguientes clases de Niza: ${classes}.`,
  union: { BX: 'Benelux', OA: 'Estados miembros de la OAPI' },
  period,
  power: ({ period: valid, rights }) => (rights === null ? valid : `${valid}, para los derechos ${rights}`),
  owner: ({ owner, since, recordedAs }) =>
    `${owner}${since === null ? '' : `, desde el ${since}`}${recordedAs === null ? '' : `, inscripción ${recordedAs}`}`,
  translated: (title, language) => (language === null ? title : `${title} (${language})`),
  inDetail: 'En detalle:',
  request: {
    remove:
      'Les rogamos que retiren sin dilación indebida cada uno de los anuncios identificados en la sección 3, o que impidan el acceso a ellos.',
    disable:
      'Les rogamos que retiren sin dilación indebida el material que se encuentra en cada una de las direcciones de la sección 3, o que impidan el acceso a él.',
    delist:
      'Les rogamos que retiren sin dilación indebida de su índice y de sus resultados cada una de las direcciones de la sección 3.',
    investigate:
      'Les rogamos que acusen recibo de este informe, que lo investiguen con prontitud y que adopten las medidas que permitan la ley y su contrato con el titular del nombre de dominio. Nos dirigimos a ustedes en virtud de la obligación de recibir e investigar los informes de abuso. No sostenemos que los nombres de dominio se utilicen para el uso indebido del DNS (DNS Abuse) en el sentido de su acuerdo de acreditación.',
    forward:
      'Les rogamos que trasladen esta notificación al proveedor de alojamiento y a su cliente, y que nos indiquen qué proveedor aloja el material que se encuentra en cada una de las direcciones de la sección 3.',
  },
  forwarding:
    'Cuando la ley que les sea aplicable lo prevea, les rogamos que trasladen esta notificación al vendedor o titular de la cuenta.',
  asked: (reference) =>
    `Les rogamos que respondan a la dirección de la que procede esta notificación, citando ${reference}, y que nos comuniquen:`,
  questions: [
    '(a) que han recibido esta notificación, y su propio número de expediente;',
    '(b) su decisión sobre cada anuncio, según su número en la sección 3;',
    '(c) respecto de cada anuncio que mantengan, los hechos y la ley o norma en que se basa su decisión;',
    '(d) qué tendríamos que modificar o añadir para que la notificación prospere;',
    '(e) cómo y por quién puede revisarse su decisión, y en qué plazo debemos solicitarlo.',
  ],
  signature: ({ name, capacity, date: day }) => [
    `Fdo.: ${name}`,
    capacity === null ? name : `${name}, ${capacity}`,
    day,
  ],
  basis: (name) => name,
};
