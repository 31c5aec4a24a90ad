import { describe, expect, test } from 'vitest';
import { lagOf, publicationLags } from '../../src/core/plan/lag.ts';
import { decimalText, lagView } from '../../src/core/view/publication-lag.ts';
import { book, plan } from '../support/plan-cases.ts';
import { type Made, yaml } from '../support/quota-cases.ts';
