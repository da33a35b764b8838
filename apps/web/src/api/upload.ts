import { faultOfNetwork, faultOfResponse } from './fault.js';
import { newKey } from './client.js';
import type { FileView, ImportView } from './types.js';

interface Upload {
  /** share of the bytes that are on their way, 0 to 1 */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** Adds a file as evidence. The time of capture is the file's own; a clock that is ahead must not make it later than now. */
export const uploadEvidence = async (file: File, upload: Upload = {}): Promise<FileView> => {
  const capturedAt = new Date(Math.min(file.lastModified, Date.now())).toISOString();
  return send<FileView>('/api/v1/files', file, { capturedAt }, upload);
};

/** Hands in a file of listings. */
export const uploadImport = async (file: File, register: boolean, upload: Upload = {}): Promise<ImportView> =>
  send<ImportView>('/api/v1/imports', file, { register: String(register) }, upload);

/** `fetch` does not tell how far an upload has got, so the older way is gone. Text fields stand before the file. */
function send<Answer>(url: string, file: File, fields: Record<string, string>, upload: Upload): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('idempotency-key', newKey());
    request.upload.onprogress = ({ loaded, total }) => upload.onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as Answer);
      else void faultOfResponse(responseOf(request)).then(reject);
    };
    request.onerror = () => {
      reject(faultOfNetwork());
    };
    request.onabort = () => {
      reject(new DOMException('stopped', 'AbortError'));
    };
    upload.signal?.addEventListener('abort', () => {
      request.abort();
    });
    request.send(form);
  });
}

const responseOf = (request: XMLHttpRequest): Response =>
  new Response(request.responseText, { status: request.status });
