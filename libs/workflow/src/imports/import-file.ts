import type { ListingImport } from '#libs/domain';
import type { FileStore } from '#libs/files';
import type { FileSource } from '#libs/imports';

/** The file of an import as the readers want it. */
export const fileOf = (files: FileStore, { workspaceId, sha256, size }: ListingImport): FileSource => ({
  size,
  open: async (offset) => files.open(workspaceId, sha256, offset),
});
