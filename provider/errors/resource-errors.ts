import type { CatalogueEntry } from "./entry";

/** What can go wrong with one resource: its inputs (3xxx), what exists already (4xxx), protection of data (5xxx), its state (6xxx). */
export const resourceErrors = {
  HC3001: {
    title: "An input is invalid",
    cause: "The field does not take this value.",
    remedy: "Correct the value. docs/reference says what each field takes.",
  },
  HC3002: {
    title: "There is no such input",
    cause: "The name is not a field of this resource.",
    remedy: "Correct the name of the field, or remove it.",
  },
  HC3003: {
    title: "An input names something that does not exist",
    cause: "The server does not know the object, or the account may not see it.",
    remedy: "Name an existing object.",
  },
  HC3004: {
    title: "A file cannot be used",
    cause: "The file is missing, unreadable or too large, or the field does not take its content.",
    remedy: "Correct the path or the file. A path starts at the folder of the program.",
  },
  HC3005: {
    title: "The look-up finds nothing",
    cause: "The server does not know the object, the account may not see it, or more than one object fits.",
    remedy:
      "Correct the arguments. Where the program itself creates the object, pass the resource, or use the `…Output` form of the function.",
  },
  HC3006: {
    title: "A resource of this package cannot be imported",
    cause:
      "Pulumi imports an object by its id alone. A dynamic provider, such as this one, has its code in the inputs, which an import lacks. See docs/options.md.",
    remedy:
      'Declare the object as it is, with `adopt: "required"` instead of the option `import`. `pulumi up` then takes it over. A sharing list, a member list and a CSW configuration need no `adopt`.',
  },
  HC3007: {
    title: "Part of a list of files cannot be ignored",
    cause:
      "The program gives a list, and the state has the files by their names. So Pulumi finds no such part, ignores nothing, and the file is overwritten.",
    remedy:
      'Ignore the whole field (`ignoreChanges: ["files"]`), or give the file a resource `BucketFile` of its own, and ignore its `source`.',
  },
  HC4001: {
    title: "The object exists already",
    cause: "Pulumi's state does not have it under this resource, and the program does not allow to take it over.",
    remedy:
      'Declare `adopt: "ifExists"` to take it over and bring it to its declared form, or choose another name. If you renamed or moved this resource in the program, tell Pulumi its former name with the option `aliases` instead. If the state has it under this very resource, a replacement was forced (`up --replace`, `pulumi state taint`, `replacementTrigger`): run `pulumi up` without it.',
  },
  HC4002: {
    title: "The object to adopt does not exist",
    cause: '`adopt: "required"` takes over an existing object and never creates one.',
    remedy: 'Check the name, or declare `adopt: "ifExists"` to create it when it is missing.',
  },
  HC4003: {
    title: "An object exists after an interrupted creation, but nothing proves that this stack made it",
    cause:
      "The server does not name the account as its creator, or nobody looked before the creation whether it existed.",
    remedy:
      'Look at the object. If it is yours, declare `adopt: "ifExists"` and run again. Otherwise choose another name.',
  },
  HC4004: {
    title: "More than one object fits",
    cause: "Several objects have the key that should be unique, so the provider cannot choose one.",
    remedy: "Look at the objects. Remove or rename all but one.",
  },
  HC4005: {
    title: "Nobody knows whether the object was created",
    cause: "The server broke off its answer, and then did not answer when the provider looked.",
    remedy: "Run again. The creation is recorded, so the next run looks first and creates nothing twice.",
  },
  HC4006: {
    title: "Two resources declare the same object",
    cause: "Both have the same key, and only one of them can have the object.",
    remedy: "Remove one of the resources, or give it another name.",
  },
  HC4007: {
    title: "Two resources decide the same thing",
    cause: "One of them declares the whole. The other one would contradict it or repeat it.",
    remedy: "Declare it in one of them, and remove it from the other.",
  },
  HC4008: {
    title: "The name is taken",
    cause: "The account may not see the object that has it, or a deleted object keeps it.",
    remedy: "Choose another name.",
  },
  HC4009: {
    title: "Another resource has the object",
    cause: "Two resources with one object would write it in turn, and each could delete it.",
    remedy:
      "Keep one of the resources, or give this one another name. To exchange two names, use two runs: give one of the objects a name in between first.",
  },
  HC4010: {
    title: "The object cannot be taken over as declared",
    cause: "The platform sets the field that differs when it makes an object, and no update changes it.",
    remedy: "Declare the field as it is, or choose another name.",
  },
  HC4011: {
    title: "Nobody knows whether the object exists already",
    cause:
      "The list of the server is not known to be complete, or it shows objects without the fields that tell them apart. The provider does not risk to create a second object.",
    remedy:
      "Run again. If the error stays, compare the list with the swagger.yaml of the server: the number of all objects (X-Total-Count), `offset` and `limit`. Report the difference.",
  },
  HC4012: {
    title: "The answer to a creation carries the id of another object",
    cause:
      "A list from before the creation shows an object of this id, so it cannot be the new one. The provider sent nothing to it.",
    remedy:
      "Run again. The provider looks at the server before it sends anything a second time. If the error stays, report it.",
  },
  HC5002: {
    title: "An account never locks itself out",
    cause:
      "The change would delete the user or the organisation of the account, or take its last role as Superuser away.",
    remedy:
      'Use another account for it. If you want to delete the resource, `onDestroy: "retain"` lets only the stack forget the object.',
  },
  HC5003: {
    title: "More than the object itself would be deleted",
    cause: "A look at the object, or a dry run of its deletion, shows things in it that this stack does not manage.",
    remedy:
      'Remove or move them, and run again. To let only the stack forget the object, declare `onDestroy: "retain"` and run `pulumi up` before you delete it. If a new object has replaced it already, run `pulumi state delete` with its URN in a terminal, and choose the one that is pending deletion. What this stack made, and forgot by `deletedWith` or `pulumi state delete`, is deleted too, as long as the journal (`.haleconnect/` beside the program) has it and nobody changed it. What has `retainOnDelete` stays.',
  },
  HC5004: {
    title: "The change would replace the object, and with it everything below",
    cause: "The platform cannot change this field of an existing object.",
    remedy:
      'Take the change back. Or declare `onRename: "replace"` here and on everything below, to create all of it anew.',
  },
  HC5005: {
    title: "A list would remove what it does not name",
    cause: "The list declares the whole, and the server has more.",
    remedy: "Add what is missing to the list, or remove it on the platform first.",
  },
  HC6001: {
    title: "The object exists, but not in its declared form",
    cause: "The provider created or adopted it, and a later request failed.",
    remedy:
      "Do what the later error says, and run `pulumi up` again. The state has the object with its id, so the next run finishes it.",
  },
  HC6002: {
    title: "The object is gone",
    cause: "Somebody deleted it behind Pulumi's back.",
    remedy: "Run `pulumi up --refresh --run-program`. It notices the deletion and creates the object again.",
  },
  HC6003: {
    title: "The server keeps another value than the provider sent",
    cause: "The server changes the value in its own way, or somebody else changed it at the same moment.",
    remedy: "Declare the value as the server keeps it. If somebody else changed it, run `pulumi up` again.",
  },
  HC6004: {
    title: "This account does not see the object",
    cause: "Another account saw it before. An object that an account may not see looks deleted.",
    remedy: "Use the account that saw it. If this account sees as much, set HALECONNECT_BELIEVE_ABSENCE=1.",
  },
  HC6005: {
    title: "The state belongs to another server",
    cause: "Ids are numbers, so the same id means another object there. The provider changed nothing.",
    remedy: "Set HALECONNECT_URL to the server of the state, or use a stack of its own for this server.",
  },
  HC6006: {
    title: "The object cannot be recognised",
    cause:
      "The server told neither its name nor anything else that never changes, twice. A server that was restored may have another object of this id. The provider changed nothing.",
    remedy:
      "Run it again when the server answers in full. If the object is not yours any more, take it out of the state: `pulumi state delete`.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
