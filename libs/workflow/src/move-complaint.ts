import { complaintLifecycle } from '#libs/domain';
import type { Complaint, ComplaintStatus } from '#libs/domain';
import type { WorkspaceTransaction } from '#libs/persistence';

/** A complaint that was decided or withdrawn in the meantime keeps its status; a case number it was given is kept anyway. */
export async function moveComplaint(
  { tx, complaint }: { tx: WorkspaceTransaction; complaint: Complaint },
  status: ComplaintStatus,
  caseNumber: string | null = null,
): Promise<void> {
  const change: Partial<Complaint> = {
    ...(complaintLifecycle.canMove(complaint.status, status) ? { status } : {}),
    ...(caseNumber === null ? {} : { caseNumber }),
  };
  if (Object.keys(change).length === 0) return;
  Object.assign(complaint, change);
  await tx.complaints.change(complaint.id, change);
}
