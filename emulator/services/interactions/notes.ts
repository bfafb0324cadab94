import { interactions } from "../../../provider/contract";
import { refuse } from "../../refusal";
import type { Note } from "../../world/interaction-model";
import { implement, implementList, pageableList, type Platform, type Visitor } from "../implement";
import { refuseUnlessMayTalk, shown, visibleResource } from "./resource";

const getNotes = implementList(interactions.getNotes, (call) => {
  const { type, id } = visibleResource(call, call.path.resourceType, call.path.resourceId);
  return pageableList(
    call.world.interactions.notes
      .all()
      .filter((it) => it.resourceType === type && it.resource === id && it.author === call.caller.id),
    shown,
  );
});

const addNote = implement(interactions.addNote, (call) => {
  const { world, caller, body, now, commit } = call;
  const resource = visibleResource(call, call.path.resourceType, call.path.resourceId);
  refuseUnlessMayTalk(call, "createNote", resource);
  const at = now();
  const note: Note = {
    id: world.interactions.notes.nextId,
    resourceType: resource.type,
    resource: resource.id,
    text: body.text,
    author: caller.id,
    created: at,
    lastModified: at,
  };
  commit({ type: "noteAdded", note });
  return shown(note);
});

const updateNote = implement(interactions.updateNote, (call) => {
  const { id } = ownNote(call, call.path.noteId);
  call.commit({ type: "noteChanged", id, at: call.now(), text: call.body.text });
  return shown(ownNote(call, id));
});

const deleteNote = implement(interactions.deleteNote, (call) => {
  const { id } = ownNote(call, call.path.noteId);
  call.commit({ type: "noteRemoved", id });
  return { error: false, message: `Note ${id} is deleted.` };
});

export const notes = [getNotes, addNote, updateNote, deleteNote];

/** Private to its author (docs/platform.md#notes): nobody else knows that there is one, administrators included. */
function ownNote({ world, caller }: Platform & Visitor, id: string): Note {
  const note = world.interactions.notes.get(id);
  if (note?.author !== caller.id) {
    throw refuse.absent(`note ${id}`);
  }
  return note;
}
