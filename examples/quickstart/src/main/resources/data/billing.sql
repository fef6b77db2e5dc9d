create table customer (
  id         text primary key,
  name       text not null,
  phone      text not null,
  newsletter integer not null
);
create table slip (
  id       text primary key,
  customer text not null,
  amount   text not null,
  due      text not null,
  template text not null,
  sent     text
);
insert into slip (id, customer, amount, due, template) values
  ('1001', 'C01', '129,90', '2026-11-27', 'slip_due'),
  ('1002', 'C02',  '89,00', '2026-11-27', 'slip_due'),
  ('1003', 'C03', '240,50', '2026-11-27', 'slip_due'),
  ('1004', 'C04',  '75,20', '2026-11-27', 'slip_due'),
  ('1005', 'C05', '310,00', '2026-11-27', 'slip_due'),
  ('1006', 'C06', '129,90', '2026-11-27', 'slip_due'),
  ('1007', 'C07', '129,90', '2026-11-27', 'slip_due'),
  ('1008', 'C07',  '45,00', '2026-11-28', 'slip_due'),
  ('1009', 'C08',  '99,90', '2026-11-27', 'slip_due'),
  ('1010', 'C09',  '99,90', '2026-11-27', 'slip_due'),
  ('1011', 'C10',  '59,90', '2026-11-27', 'slip_due'),
  ('1012', 'C11', '129,90', '2026-11-27', 'slip_due'),
  ('1013', 'C12',  '89,00', '2026-11-27', 'slip_due_pix'),
  ('1014', 'C13',  '89,00', '2026-11-27', 'slip_due'),
  ('1015', 'C14', '220,00', '2026-11-27', 'slip_due'),
  ('1016', 'C15',  '62,00', '2026-11-27', 'slip_due'),
  ('1017', 'C16',  '62,00', '2026-11-27', 'slip_due'),
  ('1018', 'C17',  '62,00', '2026-11-27', 'slip_due'),
  ('1019', 'C18',  '62,00', '2026-11-27', 'slip_due'),
  ('1020', 'C19',  '62,00', '2026-11-27', 'slip_due'),
  ('1021', 'C20',  '62,00', '2026-11-27', 'slip_due');
