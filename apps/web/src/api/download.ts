import { faultOfNetwork, faultOfResponse } from './fault.js';

/** Where a stored document's bytes can be had. */
export const documentAddress = (id: string): string => `/api/v1/documents/${encodeURIComponent(id)}`;

/** Where everything for a platform's own form can be had as one file. */
export const packAddress = (complaintId: string): string =>
  `/api/v1/complaints/${encodeURIComponent(complaintId)}/guided-form/pack`;

/** Where an evidence file's bytes can be had; pictures can be shown from there. */
export const fileAddress = (id: string): string => `/api/v1/files/${encodeURIComponent(id)}/content`;

/** Fetches the analysis table and hands it to the browser as a file; the API chooses the form by `Accept`. */
export async function downloadItems(filters: Record<string, string>): Promise<void> {
  const query = new URLSearchParams(filters).toString();
  const response = await fetch(`/api/v1/items${query === '' ? '' : `?${query}`}`, {
    headers: { accept: 'text/csv' },
  }).catch(() => Promise.reject(faultOfNetwork()));
  if (!response.ok) throw await faultOfResponse(response);
  saveAs(await response.blob(), 'items.csv');
}

function saveAs(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
