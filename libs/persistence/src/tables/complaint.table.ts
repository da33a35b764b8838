import type { Complaint } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { flag, id, instant, json, optional, ref, refs, text, texts } from './columns.js';

export const complaintTable = new EntitySchema<Complaint>({
  name: 'complaint',
  columns: {
    workspaceId: id(),
    id: id(),
    reference: text(),
    platform: text(),
    rightsHolderId: ref(),
    rightIds: refs(),
    ground: text(),
    regime: optional(text()),
    regimeVersion: optional(text()),
    language: text(),
    explanation: text(),
    status: text(),
    statements: json(),
    signature: optional(json()),
    evidenceUrls: texts(),
    payloadHash: optional(text()),
    programmeMember: flag(),
    resubmissionOf: optional(ref()),
    materialChange: optional(text()),
    simulated: flag(),
    createdBy: text(),
    filerEmail: optional(text()),
    createdAt: instant(),
    submittedAt: optional(instant()),
    caseNumber: optional(text()),
  },
});
