import type { APIRoute } from 'astro';
import { site } from '../../../site.ts';

export const GET: APIRoute = () => new Response(`${JSON.stringify(site.quotas, null, 2)}\n`);
