/* tambour-trouble.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourTroubleKind:
 * @TAMBOUR_TROUBLE_MISSING: there is no such file
 * @TAMBOUR_TROUBLE_NOT_A_PORTFOLIO: the file is something else
 * @TAMBOUR_TROUBLE_NEWER: a newer version wrote it
 * @TAMBOUR_TROUBLE_UNREADABLE: this person may not read it
 * @TAMBOUR_TROUBLE_UNWRITABLE: this person may read it, not change it
 * @TAMBOUR_TROUBLE_FULL: there is no room on the disk
 * @TAMBOUR_TROUBLE_BUSY: another program holds it
 * @TAMBOUR_TROUBLE_DAMAGED: it is damaged
 * @TAMBOUR_TROUBLE_OTHER: something else; the reason says what
 */
typedef enum
{
  TAMBOUR_TROUBLE_MISSING,
  TAMBOUR_TROUBLE_NOT_A_PORTFOLIO,
  TAMBOUR_TROUBLE_NEWER,
  TAMBOUR_TROUBLE_UNREADABLE,
  TAMBOUR_TROUBLE_UNWRITABLE,
  TAMBOUR_TROUBLE_FULL,
  TAMBOUR_TROUBLE_BUSY,
  TAMBOUR_TROUBLE_DAMAGED,
  TAMBOUR_TROUBLE_OTHER,
} TambourTroubleKind;

/**
 * TambourBackup:
 * @path: the file
 * @made: when it was written
 *
 * A copy of a portfolio.
 */
typedef struct
{
  char           *path;
  TambourInstant  made;
} TambourBackup;

/**
 * TambourTrouble:
 * @kind: what is wrong
 * @path: the file
 * @reason: what the store said
 * @format: of a newer file: what it is in
 * @known_format: of a newer file: what this version reads
 * @holder: (nullable): of a file that is held: the program that does
 * @holder_pid: its process, or 0
 * @backups: (element-type TambourBackup): copies beside it, the newest first
 *
 * Why a portfolio could not be opened, and what there is to help it.
 */
typedef struct
{
  TambourTroubleKind  kind;
  char               *path;
  char               *reason;
  gint64              format;
  gint64              known_format;
  char               *holder;
  int                 holder_pid;
  GPtrArray          *backups;
} TambourTrouble;

TambourTrouble *tambour_trouble_new  (const char     *path,
                                      const GError   *error);
void            tambour_trouble_free (TambourTrouble *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourTrouble, tambour_trouble_free)

GPtrArray *tambour_trouble_list_backups (const char *path);

G_END_DECLS
