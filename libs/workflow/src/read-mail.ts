import { Injectable } from '@nestjs/common';
import { readMessage } from '#libs/answers';

/** A message as a person reads it. */
export interface ReadableMail {
  from: string;
  subject: string;
  text: string;
  attachments: { name: string | null; mediaType: string; bytes: number }[];
}

@Injectable()
export class ReadMail {
  async run(raw: Buffer): Promise<ReadableMail> {
    const message = await readMessage(raw);
    return {
      from: message.from?.address ?? '',
      subject: message.subject,
      text: message.fullText,
      attachments: message.attachments.map(({ fileName, mediaType, bytes }) => ({ name: fileName, mediaType, bytes })),
    };
  }
}
