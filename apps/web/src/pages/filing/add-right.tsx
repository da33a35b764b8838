import type { RightKind, RightView } from '../../api/types.js';
import { RightDialog } from '../rights/right-dialog.js';

interface AddRightProps {
  rightsHolderId: string;
  kinds: readonly RightKind[];
  opened: boolean;
  close: () => void;
  added: (right: RightView) => void;
}

/** Records a right without leaving the complaint, of the kinds its ground can rest on. */
export function AddRight({ rightsHolderId, ...dialog }: AddRightProps) {
  return <RightDialog whose={{ rightsHolderId }} {...dialog} />;
}
