import type { PartWords } from '#libs/channels';
import type { Language } from '#libs/domain';

interface Words {
  part: (part: number, of: number) => string;
  opening: (of: number) => string;
  follow: string;
  followUp: (part: number, of: number) => string;
}

const inLanguage: Readonly<Record<Language, Words>> = {
  en: {
    part: (part, of) => `part ${part} of ${of}`,
    opening: (of) => `This notice comes in ${of} mails, because its files are too large for one.`,
    follow: 'In part',
    followUp: (part, of) =>
      `This is part ${part} of ${of} of a notice. Its text stands in part 1. This part carries the files:`,
  },
  zh: {
    part: (part, of) => `第${part}部分，共${of}部分`,
    opening: (of) => `因附件过大，本通知分为${of}封邮件发送。`,
    follow: '所含附件，部分',
    followUp: (part, of) => `本邮件为一份通知的第${part}部分，共${of}部分；通知正文见第1部分。本邮件所附文件：`,
  },
  vi: {
    part: (part, of) => `phần ${part}/${of}`,
    opening: (of) => `Thông báo này được gửi bằng ${of} thư vì các tệp đính kèm quá lớn.`,
    follow: 'Trong phần',
    followUp: (part, of) =>
      `Đây là phần ${part}/${of} của một thông báo. Nội dung nằm trong phần 1. Thư này kèm các tệp:`,
  },
  fr: {
    part: (part, of) => `partie ${part} sur ${of}`,
    opening: (of) =>
      `Cette notification est envoyée en ${of} messages, car ses fichiers sont trop volumineux pour un seul.`,
    follow: 'Dans la partie',
    followUp: (part, of) =>
      `Ceci est la partie ${part} sur ${of} d’une notification, dont le texte figure dans la partie 1. Fichiers joints :`,
  },
  de: {
    part: (part, of) => `Teil ${part} von ${of}`,
    opening: (of) => `Diese Meldung kommt in ${of} E-Mails, weil ihre Dateien für eine zu groß sind.`,
    follow: 'In Teil',
    followUp: (part, of) =>
      `Dies ist Teil ${part} von ${of} einer Meldung; ihr Text steht in Teil 1. Dieser Teil enthält die Dateien:`,
  },
  es: {
    part: (part, of) => `parte ${part} de ${of}`,
    opening: (of) =>
      `Esta notificación se envía en ${of} correos, porque sus archivos son demasiado grandes para uno solo.`,
    follow: 'En la parte',
    followUp: (part, of) =>
      `Esta es la parte ${part} de ${of} de una notificación, cuyo texto está en la parte 1. Archivos adjuntos:`,
  },
};

/** What the mails of a notice that is too large for one say of each other, in the language of the notice. */
export function partWords(language: Language): PartWords {
  const words = inLanguage[language];
  return {
    subject: (subject, part, of) => `${subject} (${words.part(part, of)})`,
    follows: (files, of) =>
      [words.opening(of), ...[...files].map(([part, names]) => `${words.follow} ${part}: ${names.join(', ')}`)].join(
        '\n',
      ),
    followUp: (part, of, files) => [words.followUp(part, of), ...files.map((name) => `- ${name}`)].join('\n'),
  };
}
