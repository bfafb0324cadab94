import { z } from "zod";
import { designed } from "../evidence";
import { Feedback, milliseconds, readModel, sentModel } from "../models";
import { operation } from "../operation";
import { ofResource, service, writtenText } from "./service";

export const Note = readModel("Note", "A note on a resource. Only its author sees it.", {
  id: z.string().min(1),
  ...ofResource,
  text: z.string(),
  author: z.string().describe("Id of the user who wrote it."),
  created: milliseconds,
  lastModified: milliseconds,
});
export type Note = z.output<typeof Note>;

export const NoteText = sentModel("NoteText", "What a note says.", { text: writtenText });

const evidence = designed("platform#notes", "the section «Notes»");
const onResource = {
  tag: "Notes",
  path: "/notes/{resourceType}/{resourceId}",
  pathParameters: ofResource,
  evidence,
} as const;
const ofNote = {
  tag: "Notes",
  path: "/notes/{noteId}",
  pathParameters: { noteId: z.string().min(1).max(100).describe("Id of the note.") },
  evidence,
} as const;

export const getNotes = operation(service, {
  ...onResource,
  id: "getNotes",
  method: "GET",
  summary: "The caller's own notes on a resource, the oldest first",
  answer: z.array(Note),
  paged: true,
  refusals: [404],
});

export const addNote = operation(service, {
  ...onResource,
  id: "addNote",
  method: "POST",
  summary: "Write a note on a resource",
  body: NoteText,
  answer: Note,
  status: 201,
  refusals: [404, 422],
});

export const updateNote = operation(service, {
  ...ofNote,
  id: "updateNote",
  method: "PUT",
  summary: "Change one's own note",
  body: NoteText,
  answer: Note,
  refusals: [404, 422],
});

export const deleteNote = operation(service, {
  ...ofNote,
  id: "deleteNote",
  method: "DELETE",
  summary: "Delete one's own note",
  answer: Feedback,
  refusals: [404],
});
