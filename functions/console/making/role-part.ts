import type { CallForm } from "../../../workflows/kernel/call-form.ts";
import type { Page } from "../../../workflows/kernel/form.ts";

/** Who stands in a role of a call, as a part of its form that is changed by itself. */
export interface RolePart extends Page {
  readonly role: string;
}

const before = "role-";

/** By what the address of a role's part is called. */
export const idOfRole = (role: string): string => `${before}${role}`;

/**
 * The roles for which a call's form asks a name and an address, as far as they may change in a call that is published. Forms name these
 * fields `<role>Name`, `<role>Email` and `<role>Language`.
 */
export const roleParts = ({ form, changes }: CallForm): readonly RolePart[] =>
  Object.entries(form.fields).flatMap(([name, { kind }]) => {
    const role = name.slice(0, -"Email".length);
    const fields = [`${role}Name`, `${role}Email`, `${role}Language`].filter((field) =>
      Object.hasOwn(changes, field),
    );
    return kind === "email" && name.endsWith("Email") && form.fields[`${role}Name`] && fields.length > 0
      ? [{ id: idOfRole(role), role, fields }]
      : [];
  });

/** The roles of a call's staff that may change: whoever has one is written to, so that a language is asked for, too. */
export const staffRoles = (callForm: CallForm): readonly string[] =>
  roleParts(callForm).flatMap(({ role, fields }) => (fields.includes(`${role}Language`) ? [role] : []));
