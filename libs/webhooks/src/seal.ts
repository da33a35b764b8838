import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const VERSION = 's1';

/**
 * Keeps secrets that have to be read again: AES-256-GCM under a key made of the installation's secret. Each is bound to what
 * it belongs to, so that a sealed text copied into another row opens nothing there.
 */
export class Seal {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'redress webhook secrets', 32));
  }

  seal(text: string, belongsTo: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(belongsTo));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return [VERSION, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
  }

  /** Null where it was sealed with another secret, for something else, or is damaged. */
  open(sealed: string, belongsTo: string): string | null {
    const [version, ...parts] = sealed.split('.');
    const [nonce, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'));
    if (version !== VERSION || nonce === undefined || tag?.length !== 16 || text === undefined) return null;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, nonce, { authTagLength: 16 });
      decipher.setAAD(Buffer.from(belongsTo)).setAuthTag(tag);
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  }
}
