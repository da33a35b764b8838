import type { Id, StoredDocument } from '#libs/domain';
import type { WorkspaceTransaction } from '../workspace-transaction.js';

/** What is known of a document without reading its bytes. */
export type DocumentFacts = Pick<StoredDocument, 'id' | 'mediaType' | 'size' | 'sha256'>;

export const documentFacts = async (tx: WorkspaceTransaction, ids: readonly Id[]): Promise<DocumentFacts[]> =>
  ids.length === 0
    ? []
    : tx.query<DocumentFacts>(
        `select id, media_type as "mediaType", size, sha256 from document where workspace_id = $1 and id = any($2)`,
        [tx.workspaceId, ids],
      );
