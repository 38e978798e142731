/** The pieces of a query as they are kept: absent in what earlier versions stored, whose text holds everything. */
import { z } from 'zod';
import type { QueryPiece } from '../domain/query.ts';

export const piecesSchema = z.array(z.custom<QueryPiece>()).default([]);
