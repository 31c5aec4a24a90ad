import type { APIRoute, GetStaticPaths } from 'astro';
import { departmentCalendar } from '../../../core/view/calendar.ts';
import { deskDepartments } from '../../../core/view/department-desk.ts';
import { fullAddress } from '../../../links.ts';
import { icsFile } from '../../../render/ics.ts';
import { site } from '../../../site.ts';

export const getStaticPaths = (() =>
  deskDepartments(site.store, site.quotas).map((department) => ({
    params: { id: department.id },
    props: { department },
  }))) satisfies GetStaticPaths;

/** What a department owes, as a calendar to subscribe to. */
export const GET: APIRoute = ({ props: { department } }) =>
  new Response(icsFile(departmentCalendar(site.store, site.quotas, department), fullAddress), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });
