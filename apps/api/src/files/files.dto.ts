import type { EvidenceFile } from '#libs/domain';
import { ShowsInstant, ShowsNumber, ShowsText } from '../http/shown.js';

export class FileView {
  @ShowsText() id!: string;
  @ShowsText() name!: string;
  @ShowsText() mediaType!: string;
  @ShowsNumber() size!: number;
  @ShowsText() sha256!: string;
  @ShowsInstant({ nullable: true }) capturedAt!: Date | null;
  @ShowsText() addedBy!: string;
  @ShowsInstant() addedAt!: Date;
}

export const fileView = (file: EvidenceFile): FileView => ({
  id: file.id,
  name: file.name,
  mediaType: file.mediaType,
  size: file.size,
  sha256: file.sha256,
  capturedAt: file.capturedAt,
  addedBy: file.addedBy,
  addedAt: file.addedAt,
});
