import { backup } from "./backup.ts";
import { callPublish } from "./call-publish.ts";
import { check } from "./check.ts";
import type { Command } from "./command.ts";
import { erase } from "./erase.ts";
import { eraseAgainCommand } from "./erase-again.ts";
import { eraseAsked } from "./erase-asked.ts";
import { eraseDue } from "./erase-due.ts";
import { reconcile } from "./reconcile.ts";
import { replay } from "./replay.ts";
import { restore } from "./restore.ts";
import { staffAdd } from "./staff-add.ts";
import { staffList } from "./staff-list.ts";
import { staffRemove } from "./staff-remove.ts";

/** Every command, as the help lists them. */
export const commands: readonly Command[] = [
  staffAdd,
  staffList,
  staffRemove,
  callPublish,
  backup,
  restore,
  reconcile,
  replay,
  check,
  eraseAsked,
  eraseDue,
  eraseAgainCommand,
  erase,
];
