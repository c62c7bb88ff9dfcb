/* tambour-demo-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "tambour-catalogue.h"
#include "tambour-demo.h"
#include "tambour-kinds.h"

G_BEGIN_DECLS

#define TAMBOUR_DEMO_N_TOLD 8

/**
 * TambourDemo:
 * @random: the only source of chance
 * @words: pools of text, by name
 * @names: name in the story -> id, for what belongs to no account
 * @stories: (element-type JsonObject): what is told of each account
 * @pending: records that wait for their commit
 * @review_hash: names the file of the reviews that were sent
 * @written: records that are committed
 * @total: about how many there will be
 *
 * A demonstration portfolio in the making.
 */
typedef struct
{
  TambourStore        *store;
  TambourDemoSettings  settings;
  TambourProgressFunc  progress;
  gpointer             progress_data;
  GCancellable        *cancellable;

  GRand               *random;
  TambourInstant       as_of;
  TambourCatalogue    *catalogue;
  JsonObject          *words;
  GHashTable          *names;
  GPtrArray           *stories;
  GPtrArray           *pending;
  char                *review_hash;
  gint64               review_size;
  guint64              written;
  guint64              total;
  guint                next_number;
} TambourDemo;

/**
 * TambourDemoAccount:
 * @names: name in the story -> id
 * @people: name in the story -> what the person is called
 * @life: how the account lives: rates, places, hours
 * @now: when the record was made that is being filled
 * @chosen: slot -> text, for texts that speak of the same place and thing
 * @index: which account it is, from 0
 * @story: which of the told accounts it is made after
 */
typedef struct
{
  TambourDemo     *demo;
  JsonObject      *life;
  char            *id;
  TambourAccount  *account;
  GTimeZone       *zone;
  const char      *plan;
  const char      *tam_id;
  const char      *tam_name;
  TambourCalendar *tam_hours;
  TambourInstant   start;
  TambourInstant   now;
  GHashTable      *names;
  GHashTable      *people;
  GHashTable      *chosen;
  GPtrArray       *contacts;
  GPtrArray       *cases;
  guint            index;
  guint            story;
} TambourDemoAccount;

/* What is told of a case, in the order of words.json. */
enum
{
  TAMBOUR_DEMO_TITLE,
  TAMBOUR_DEMO_REPORT,
  TAMBOUR_DEMO_ANSWER,
  TAMBOUR_DEMO_SOLUTION,
};

/* tambour-demo-base.c: chance, time, text and records */
double          tambour_demo_chance       (TambourDemo         *demo);
int             tambour_demo_between      (TambourDemo         *demo,
                                           int                  least,
                                           int                  most);
double          tambour_demo_skewed       (TambourDemo         *demo,
                                           double               median,
                                           double               spread);
TambourInstant  tambour_demo_at           (TambourDemoAccount  *self,
                                           TambourDate          date,
                                           int                  minute);
TambourInstant  tambour_demo_later        (TambourInstant       instant,
                                           gint64               minutes);
TambourDate     tambour_demo_date         (TambourDemoAccount  *self,
                                           TambourInstant       instant);
TambourDate     tambour_demo_days         (TambourDate          date,
                                           int                  days);
gpointer        tambour_demo_record       (TambourDemo         *demo,
                                           GType                type,
                                           TambourInstant       made,
                                           const char          *by);
gpointer        tambour_demo_own          (TambourDemoAccount  *self,
                                           GType                type,
                                           TambourInstant       made);
void            tambour_demo_set_ref      (TambourRef          *ref,
                                           const char          *id);
TambourMoney    tambour_demo_money        (TambourDemoAccount  *self,
                                           gint64               units);
JsonArray      *tambour_demo_pool         (TambourDemo         *demo,
                                           const char          *pool);
const char     *tambour_demo_pick         (TambourDemo         *demo,
                                           JsonArray           *array);
char           *tambour_demo_expand       (TambourDemoAccount  *self,
                                           const char          *text);
char           *tambour_demo_say          (TambourDemoAccount  *self,
                                           const char          *pool);
void            tambour_demo_choose       (TambourDemoAccount  *self);
JsonArray      *tambour_demo_pick_story   (TambourDemoAccount  *self,
                                           JsonObject          *area);
char           *tambour_demo_say_story    (TambourDemoAccount  *self,
                                           JsonArray           *story,
                                           guint                part);
TambourContact *tambour_demo_pick_contact (TambourDemoAccount  *self);
gint64          tambour_demo_life_count   (TambourDemoAccount  *self,
                                           const char          *name,
                                           gint64               otherwise);
gboolean        tambour_demo_commit       (TambourDemo         *demo,
                                           const char          *label,
                                           GError             **error);
gboolean        tambour_demo_report       (TambourDemo         *demo,
                                           GError             **error);

/* tambour-demo-story.c: what is written down word for word */
JsonObject *tambour_demo_load   (const char          *name,
                                 GError             **error);
gboolean    tambour_demo_tell   (TambourDemo         *demo,
                                 TambourDemoAccount  *account,
                                 JsonArray           *told,
                                 GError             **error);
const char *tambour_demo_find   (TambourDemo         *demo,
                                 TambourDemoAccount  *account,
                                 const char          *name);
gboolean    tambour_demo_change (TambourDemo         *demo,
                                 TambourDemoAccount  *account,
                                 JsonArray           *changed,
                                 GError             **error);

/* tambour-demo-account.c, -case.c, -clock.c, -call.c, -audit.c, -usage.c, -learning.c, -library.c, -value.c, -bulk.c */
TambourDemoAccount *tambour_demo_account_new    (TambourDemo         *demo,
                                                 JsonObject          *story,
                                                 guint                index,
                                                 GError             **error);
void                tambour_demo_account_free   (TambourDemoAccount  *self);
void                tambour_demo_use            (TambourDemoAccount  *self,
                                                 const char          *entitlement,
                                                 TambourInstant       at,
                                                 gint64               amount,
                                                 const char          *source);
gboolean            tambour_demo_make_cases     (TambourDemoAccount  *self,
                                                 GError             **error);
gboolean            tambour_demo_make_clocks    (TambourDemoAccount  *self,
                                                 GError             **error);
TambourCaseEvent   *tambour_demo_add_event      (TambourDemoAccount  *self,
                                                 TambourCase         *support_case,
                                                 TambourInstant       at,
                                                 TambourActor         actor,
                                                 TambourEventKind     kind,
                                                 char                *text);
void                tambour_demo_make_calls     (TambourDemoAccount  *self);
void                tambour_demo_make_checklist (TambourDemo         *demo);
void                tambour_demo_make_audits    (TambourDemoAccount  *self);
void                tambour_demo_make_usage     (TambourDemoAccount  *self);
void                tambour_demo_make_metrics   (TambourDemo         *demo,
                                                 GPtrArray           *accounts);
void                tambour_demo_make_learning  (TambourDemoAccount  *self);
void                tambour_demo_make_value     (TambourDemoAccount  *self);
gboolean            tambour_demo_make_library   (TambourDemo         *demo,
                                                 GError             **error);
gboolean            tambour_demo_make_guests    (TambourDemo         *demo,
                                                 GPtrArray           *accounts,
                                                 GError             **error);
const char         *tambour_demo_find_item      (TambourDemo         *demo,
                                                 const char          *title);
gboolean            tambour_demo_make_bulk      (TambourDemo         *demo,
                                                 GPtrArray           *accounts,
                                                 GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourDemoAccount, tambour_demo_account_free)

G_END_DECLS
