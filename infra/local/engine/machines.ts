import type { Machine } from "./definition/machine.ts";
import { parseMachine } from "./definition/parse.ts";
import { InvalidName, StateMachineDoesNotExist } from "./errors.ts";
import { machineArn, machineNameOf } from "./execution.ts";
import type { Expressions } from "./expressions/expression.ts";
import type { NamedDefinition } from "./interface.ts";
import type { Archive } from "./journal/archive.ts";

interface Version {
  readonly id: number;
  readonly name: string;
  readonly definition: string;
  machine: Machine | undefined;
}

/** Machines by name, in the versions that the journal knows. Each is read from its definition when first needed. */
export class Machines {
  readonly #archive: Archive;
  readonly #expressions: Expressions;
  readonly #byId = new Map<number, Version>();
  readonly #latest = new Map<string, Version>();

  constructor(archive: Archive, expressions: Expressions) {
    this.#archive = archive;
    this.#expressions = expressions;
    for (const { id, name, definition } of archive.machines())
      this.#add({ id, name, definition, machine: undefined });
  }

  /** @throws InvalidDefinition, InvalidName */
  create(name: string, definition: unknown, now: number): void {
    if (!isName(name)) throw new InvalidName(name);
    const machine = parseMachine(name, definition, this.#expressions);
    this.#addNew([{ name, definition: JSON.stringify(definition), machine }], now);
  }

  /** As `create`, all at once and unread. @throws InvalidName */
  know(given: Iterable<NamedDefinition>, now: number): void {
    const unread = Array.from(given, ({ name, definition }) => {
      if (!isName(name)) throw new InvalidName(name);
      return { name, definition: JSON.stringify(definition), machine: undefined };
    });
    this.#addNew(unread, now);
  }

  /** The newest version, by name or ARN. @throws StateMachineDoesNotExist */
  latest(nameOrArn: string): { id: number; machine: Machine } {
    const name = machineNameOf(nameOrArn) ?? nameOrArn;
    const version = this.#latest.get(name);
    if (version === undefined) throw new StateMachineDoesNotExist(machineArn(name));
    return { id: version.id, machine: this.#read(version) };
  }

  version(id: number): Machine {
    const version = this.#byId.get(id);
    if (version === undefined) throw new StateMachineDoesNotExist(`version ${id}`);
    return this.#read(version);
  }

  #addNew(versions: readonly Omit<Version, "id">[], now: number): void {
    const added = versions.filter(
      ({ name, definition }) => this.#latest.get(name)?.definition !== definition,
    );
    if (added.length === 0) return;
    for (const version of this.#archive.addMachines(added, now)) this.#add(version);
  }

  #add(version: Version): void {
    this.#byId.set(version.id, version);
    this.#latest.set(version.name, version);
  }

  #read(version: Version): Machine {
    version.machine ??= parseMachine(version.name, JSON.parse(version.definition), this.#expressions);
    return version.machine;
  }
}

/** Names of machines and executions: 1 to 80 characters, as the service allows them. */
export const isName = (name: string): boolean => /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u.test(name);
