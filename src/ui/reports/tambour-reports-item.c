/* tambour-reports-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-reports-item.h"

/**
 * TambourReportsItem:
 *
 * An account in the table of reports: whether it is chosen, and what becomes of its report
 * while a batch is exported. The line belongs to the sheet that the page shows.
 */
struct _TambourReportsItem
{
  GObject                   parent_instance;

  const TambourReportsLine *line;
  gboolean                  chosen;
  TambourReportStage        stage;
  guint                     page;
  guint                     n_pages;
  char                     *reason;
};

G_DEFINE_FINAL_TYPE (TambourReportsItem, tambour_reports_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_CHOSEN = 1,
  PROP_STAGE,
  PROP_PAGE,
} TambourReportsItemProps;

static GParamSpec *props[PROP_PAGE + 1];

static void
tambour_reports_item_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_REPORTS_ITEM (object)->reason, g_free);

  G_OBJECT_CLASS (tambour_reports_item_parent_class)->finalize (object);
}

static void
tambour_reports_item_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  TambourReportsItem *self = TAMBOUR_REPORTS_ITEM (object);

  switch ((TambourReportsItemProps) prop_id)
    {
    case PROP_CHOSEN:
      g_value_set_boolean (value, self->chosen);
      break;
    case PROP_STAGE:
      g_value_set_int (value, self->stage);
      break;
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_reports_item_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch ((TambourReportsItemProps) prop_id)
    {
    case PROP_CHOSEN:
      tambour_reports_item_set_chosen (TAMBOUR_REPORTS_ITEM (object), g_value_get_boolean (value));
      break;
    case PROP_STAGE:
    case PROP_PAGE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_reports_item_class_init (TambourReportsItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tambour_reports_item_finalize;
  object_class->get_property = tambour_reports_item_get_property;
  object_class->set_property = tambour_reports_item_set_property;

  props[PROP_CHOSEN] =
    g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  props[PROP_STAGE] =
    g_param_spec_int ("stage", NULL, NULL, TAMBOUR_REPORT_STAGE_NONE, TAMBOUR_REPORT_STAGE_FAILED, TAMBOUR_REPORT_STAGE_NONE,
                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tambour_reports_item_init (TambourReportsItem *self)
{
}

/**
 * tambour_reports_item_new:
 * @line: an account; it outlives the item
 *
 * Returns: (transfer full): its item; what can be exported as it is, is chosen
 */
TambourReportsItem *
tambour_reports_item_new (const TambourReportsLine *line)
{
  TambourReportsItem *self = g_object_new (TAMBOUR_TYPE_REPORTS_ITEM, NULL);

  self->line = line;
  self->chosen = line->readiness->in_plan && line->n_work == 0;

  return self;
}

/**
 * tambour_reports_item_get_line:
 * @self: an item
 *
 * Returns: (transfer none): the account
 */
const TambourReportsLine *
tambour_reports_item_get_line (TambourReportsItem *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REPORTS_ITEM (self), NULL);

  return self->line;
}

/**
 * tambour_reports_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): the id of the account
 */
const char *
tambour_reports_item_get_id (TambourReportsItem *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REPORTS_ITEM (self), NULL);

  return TAMBOUR_RECORD (self->line->readiness->account)->id;
}

/**
 * tambour_reports_item_get_name:
 * @self: an item
 *
 * Returns: (transfer none): what the account is called
 */
const char *
tambour_reports_item_get_name (TambourReportsItem *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REPORTS_ITEM (self), NULL);

  return self->line->readiness->account->name ? self->line->readiness->account->name : "";
}

/**
 * tambour_reports_item_get_chosen:
 * @self: an item
 *
 * Returns: whether its report is wanted
 */
gboolean
tambour_reports_item_get_chosen (TambourReportsItem *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REPORTS_ITEM (self), FALSE);

  return self->chosen;
}

/**
 * tambour_reports_item_set_chosen:
 * @self: an item
 * @chosen: whether its report is wanted; an account whose plan has none cannot be chosen
 */
void
tambour_reports_item_set_chosen (TambourReportsItem *self,
                                 gboolean            chosen)
{
  g_return_if_fail (TAMBOUR_IS_REPORTS_ITEM (self));

  chosen = chosen && self->line->readiness->in_plan;
  if (self->chosen == chosen)
    return;

  self->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHOSEN]);
}

/**
 * tambour_reports_item_get_stage:
 * @self: an item
 *
 * Returns: what has become of its report
 */
TambourReportStage
tambour_reports_item_get_stage (TambourReportsItem *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REPORTS_ITEM (self), TAMBOUR_REPORT_STAGE_NONE);

  return self->stage;
}

/**
 * tambour_reports_item_get_reason:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): why its report could not be written
 */
const char *
tambour_reports_item_get_reason (TambourReportsItem *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REPORTS_ITEM (self), NULL);

  return self->reason;
}

/**
 * tambour_reports_item_set_stage:
 * @self: an item
 * @stage: what has become of its report
 * @reason: (nullable): why it could not be written
 */
void
tambour_reports_item_set_stage (TambourReportsItem *self,
                                TambourReportStage  stage,
                                const char         *reason)
{
  g_return_if_fail (TAMBOUR_IS_REPORTS_ITEM (self));

  if (self->stage == stage && g_strcmp0 (self->reason, reason) == 0)
    return;

  self->stage = stage;
  self->page = self->n_pages = 0;
  g_set_str (&self->reason, reason);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STAGE]);
}

/**
 * tambour_reports_item_get_page:
 * @self: an item
 * @n_pages: (out): how many pages its report has; 0 is not known yet
 *
 * Returns: the page that is being written, counted from 1; 0 is before the first
 */
guint
tambour_reports_item_get_page (TambourReportsItem *self,
                               guint              *n_pages)
{
  g_return_val_if_fail (TAMBOUR_IS_REPORTS_ITEM (self), 0);

  *n_pages = self->n_pages;

  return self->page;
}

/**
 * tambour_reports_item_set_page:
 * @self: an item
 * @page: that is being written, counted from 1
 * @n_pages: how many its report has
 */
void
tambour_reports_item_set_page (TambourReportsItem *self,
                               guint               page,
                               guint               n_pages)
{
  g_return_if_fail (TAMBOUR_IS_REPORTS_ITEM (self));

  if (self->page == page && self->n_pages == n_pages)
    return;

  self->page = page;
  self->n_pages = n_pages;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}
